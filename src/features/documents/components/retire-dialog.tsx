"use client";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field, TextArea } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { toast } from "@/ui/toast";
import type { DocumentDialogProps } from "./document-dialog-props";
import { KIND_PLACES } from "./document-link";
import { useDocumentApi } from "./use-document-api";
import { useDocumentRefresh } from "./use-document-refresh";

export function RetireDialog({ kind, document, open, onClose }: DocumentDialogProps) {
  const { id: workspaceId } = useWorkspace();
  const api = useDocumentApi(kind);
  const refresh = useDocumentRefresh(kind);
  const form = useId();
  const [reason, setReason] = useState("");
  const { one } = KIND_PLACES[kind];
  const retire = useMutation(
    api.retire.mutationOptions({
      onSuccess: async () => {
        await refresh();
        onClose();
        toast(`The ${one} is retired. It stays readable.`);
      },
    }),
  );
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      size="s"
      title={`Retire this ${one}?`}
      description="It stays readable with all its versions, marked as retired, and can be brought back."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
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
          if (!retire.isPending) retire.mutate({ workspaceId, documentId: document.id, reason });
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
