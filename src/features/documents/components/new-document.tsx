"use client";
import { useMutation } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field, TextInput } from "@/ui/field";
import { documentPath, KIND_PLACES } from "./document-link";
import { type KindName, useDocumentApi } from "./use-document-api";
import { useDocumentRefresh } from "./use-document-refresh";

/** Asks for a name and opens the new document. */
export function NewDocument({ kind }: { readonly kind: KindName }) {
  const [isOpen, setOpen] = useState(false);
  const { one } = KIND_PLACES[kind];
  return (
    <>
      <Button variant="primary" icon={<Plus aria-hidden="true" className="size-4" />} onClick={() => setOpen(true)}>
        New {one}
      </Button>
      <NewDocumentDialog kind={kind} open={isOpen} onOpenChange={setOpen} />
    </>
  );
}

interface DialogProps {
  readonly kind: KindName;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

export function NewDocumentDialog({ kind, open, onOpenChange }: DialogProps) {
  const { id: workspaceId, slug } = useWorkspace();
  const router = useRouter();
  const api = useDocumentApi(kind);
  const refresh = useDocumentRefresh(kind);
  const form = useId();
  const [title, setTitle] = useState("");
  const create = useMutation(
    api.create.mutationOptions({
      onSuccess: async ({ documentId }) => {
        router.push(documentPath(slug, kind, documentId));
        await refresh();
        onOpenChange(false);
        setTitle("");
      },
    }),
  );
  const { one } = KIND_PLACES[kind];
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="s"
      title={`New ${one}`}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" pending={create.isPending}>
            Create {one}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!create.isPending) create.mutate({ workspaceId, title });
        }}
      >
        <Field
          label="Name"
          hint={kind === "persona" ? "A made-up name; never a real customer's." : "What the team will call it."}
          error={create.isError ? refusal(create.error).message : undefined}
        >
          <TextInput
            value={title}
            onChange={(event) => setTitle(event.target.value)}
            required
            maxLength={120}
            autoComplete="off"
          />
        </Field>
      </form>
    </Dialog>
  );
}
