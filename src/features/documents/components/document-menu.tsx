"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Archive, ArchiveRestore, ShieldCheck } from "lucide-react";
import { useId, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field, TextArea } from "@/ui/field";
import { Menu } from "@/ui/menu";
import { Notice } from "@/ui/notice";
import { toast } from "@/ui/toast";
import type { DocumentHead } from "../document-contract";
import { KIND_PLACES } from "./document-link";
import { type KindName, useDocumentApi } from "./use-document-api";
import { useDocumentRefresh } from "./use-document-refresh";

interface DocumentMenuProps {
  readonly kind: KindName;
  readonly document: DocumentHead;
}

/** What is done to a document as a whole, and seldom. */
export function DocumentMenu({ kind, document }: DocumentMenuProps) {
  const { id: workspaceId, may } = useWorkspace();
  const [isRetiring, setRetiring] = useState(false);
  const api = useDocumentApi(kind);
  const queryClient = useQueryClient();
  const refresh = useDocumentRefresh(kind);
  const { one } = KIND_PLACES[kind];
  const target = { workspaceId, documentId: document.id };
  const onError = (error: unknown) => toast(refusal(error).message, { tone: "error" });
  const reopen = useMutation(
    api.reopen.mutationOptions({ onSuccess: () => refresh().then(() => toast(`The ${one} is back in use.`)), onError }),
  );
  const verify = async () => {
    try {
      const { checked, altered } = await queryClient.fetchQuery(api.verify.queryOptions(target, { staleTime: 0 }));
      if (altered.length > 0) toast(`Altered since publication: v${altered.join(", v")}.`, { tone: "error" });
      else toast(checked === 1 ? "v1 is as it was published." : `All ${checked} versions are as they were published.`);
    } catch (error) {
      onError(error);
    }
  };
  const icon = "size-4";
  return (
    <>
      <Menu
        label={`More for this ${one}`}
        entries={[
          ...(document.currentVersion === null
            ? []
            : [
                {
                  kind: "act" as const,
                  label: "Check the versions",
                  hint: "Recomputes each one's fingerprint",
                  icon: <ShieldCheck className={icon} />,
                  onSelect: () => void verify(),
                },
              ]),
          ...(may("document.retire")
            ? [
                document.retired
                  ? {
                      kind: "act" as const,
                      label: "Bring back into use",
                      icon: <ArchiveRestore className={icon} />,
                      onSelect: () => reopen.mutate(target),
                    }
                  : {
                      kind: "act" as const,
                      label: `Retire this ${one}…`,
                      icon: <Archive className={icon} />,
                      onSelect: () => setRetiring(true),
                    },
              ]
            : []),
        ]}
      />
      <RetireDialog kind={kind} target={target} open={isRetiring} onOpenChange={setRetiring} />
    </>
  );
}

interface RetireDialogProps {
  readonly kind: KindName;
  readonly target: { readonly workspaceId: string; readonly documentId: string };
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

function RetireDialog({ kind, target, open, onOpenChange }: RetireDialogProps) {
  const api = useDocumentApi(kind);
  const refresh = useDocumentRefresh(kind);
  const form = useId();
  const [reason, setReason] = useState("");
  const { one } = KIND_PLACES[kind];
  const retire = useMutation(
    api.retire.mutationOptions({
      onSuccess: async () => {
        await refresh();
        onOpenChange(false);
        toast(`The ${one} is retired. It stays readable.`);
      },
    }),
  );
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="s"
      title={`Retire this ${one}?`}
      description="It stays readable with all its versions, marked as retired, and can be brought back."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" pending={retire.isPending}>
            Retire
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (!retire.isPending) retire.mutate({ ...target, reason });
        }}
      >
        {retire.isError && <Notice tone="error">{refusal(retire.error).message}</Notice>}
        <Field label="Why?" isOptional hint="Everybody who opens it will read this.">
          <TextArea value={reason} maxLength={500} rows={2} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
