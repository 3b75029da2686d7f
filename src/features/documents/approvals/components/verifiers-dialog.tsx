"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { roleLabel } from "@/features/workspaces/member-rules";
import { policyWords } from "@/features/workspaces/policy-rules";
import { roleMay } from "@/shared/permissions";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Dialog } from "@/ui/dialog";
import { Notice } from "@/ui/notice";
import { SkeletonRows } from "@/ui/skeleton";
import { toast } from "@/ui/toast";
import type { DocumentDialogProps } from "../../components/document-dialog-props";
import { useDocumentApi } from "../../components/use-document-api";
import { useDocumentRefresh } from "../../components/use-document-refresh";
import { MAX_VERIFIERS } from "../approval-rules";

/** Who verifies the document, chosen among those who may review. */
export function VerifiersDialog({ kind, document, open, onClose }: DocumentDialogProps) {
  const { id: workspaceId } = useWorkspace();
  const target = { workspaceId, documentId: document.id };
  const trpc = useTRPC();
  const api = useDocumentApi(kind);
  const refresh = useDocumentRefresh(kind);
  const form = useId();
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const { data: members } = useQuery(trpc.members.list.queryOptions({ workspaceId }, { enabled: open }));
  const { data: approval } = useQuery(api.approval.queryOptions(target, { enabled: open }));
  const reviewers = members?.filter(({ role }) => roleMay(role, "draft.decide")) ?? [];
  const named = chosen ?? approval?.verifiers.filter(({ mayDecide }) => mayDecide).map(({ id }) => id) ?? [];
  const close = () => {
    setChosen(null);
    onClose();
  };
  const save = useMutation(
    api.nameVerifiers.mutationOptions({
      onSuccess: async () => {
        await refresh();
        close();
        toast("The verifiers are named.");
      },
    }),
  );
  const toggle = (userId: string, isChosen: boolean) =>
    setChosen(isChosen ? [...named, userId] : named.filter((one) => one !== userId));
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      size="s"
      title="Verifiers"
      description="They verify it when it is due, and are asked when its draft is put forward for approval."
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button
            type="submit"
            form={form}
            variant="primary"
            pending={save.isPending}
            disabledReason={
              chosen === null
                ? "Nothing has changed yet."
                : named.length > MAX_VERIFIERS
                  ? `Name up to ${MAX_VERIFIERS} verifiers.`
                  : undefined
            }
          >
            Save
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (!save.isPending) save.mutate({ ...target, userIds: [...named] });
        }}
      >
        {save.isError && <Notice tone="error">{refusal(save.error).message}</Notice>}
        {members && approval ? (
          <>
            <fieldset className="grid gap-1.5">
              <legend className="sr-only">Verifiers</legend>
              {reviewers.map(({ userId, name, role }) => (
                <Checkbox
                  key={userId}
                  label={<bdi>{name}</bdi>}
                  hint={roleLabel(role)}
                  checked={named.includes(userId)}
                  onChange={(event) => toggle(userId, event.target.checked)}
                />
              ))}
            </fieldset>
            <p className="border-t pt-3 text-small text-ink-3">
              Publishing in this workspace asks for {policyWords(approval.policy)}.
            </p>
          </>
        ) : (
          <SkeletonRows label="Loading members…" rows={3} />
        )}
      </form>
    </Dialog>
  );
}
