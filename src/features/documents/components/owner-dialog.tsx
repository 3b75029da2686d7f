"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { roleMay } from "@/shared/permissions";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { Select } from "@/ui/select";
import { SkeletonRows } from "@/ui/skeleton";
import { toast } from "@/ui/toast";
import type { DocumentDialogProps } from "./document-dialog-props";
import { KIND_PLACES } from "./document-link";
import { useDocumentApi } from "./use-document-api";
import { useDocumentRefresh } from "./use-document-refresh";

/** Who answers for the document, chosen among those who may edit it. */
export function OwnerDialog({ kind, document, open, onClose }: DocumentDialogProps) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const api = useDocumentApi(kind);
  const refresh = useDocumentRefresh(kind);
  const form = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const { one } = KIND_PLACES[kind];
  const { data: members } = useQuery(trpc.members.list.queryOptions({ workspaceId }, { enabled: open }));
  const editors = members?.filter(({ role }) => roleMay(role, "draft.edit")) ?? [];
  const isThere = editors.some(({ userId }) => userId === document.owner.id);
  const options = [
    ...(isThere ? [] : [{ value: document.owner.id, label: `${document.owner.name} (may not edit any more)` }]),
    ...editors.map(({ userId, name }) => ({ value: userId, label: name })),
  ];
  const value = chosen ?? document.owner.id;
  const handOver = useMutation(
    api.handOver.mutationOptions({
      onSuccess: async (_, { userId }) => {
        await refresh();
        onClose();
        setChosen(null);
        toast(`The ${one} is ${options.find((option) => option.value === userId)?.label ?? "somebody"}’s now.`);
      },
    }),
  );
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      size="s"
      title="Change the owner"
      description={`Whoever owns a ${one} keeps it up to date. Everybody who edits may still edit it.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={form}
            variant="primary"
            pending={handOver.isPending}
            disabledReason={value === document.owner.id ? `${document.owner.name} owns it already.` : undefined}
          >
            Hand it over
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (!handOver.isPending) handOver.mutate({ workspaceId, documentId: document.id, userId: value });
        }}
      >
        {handOver.isError && <Notice tone="error">{refusal(handOver.error).message}</Notice>}
        {members ? (
          <Field label="Owner">
            <Select options={options} value={value} onValueChange={setChosen} />
          </Field>
        ) : (
          <SkeletonRows label="Loading members…" rows={1} />
        )}
      </form>
    </Dialog>
  );
}
