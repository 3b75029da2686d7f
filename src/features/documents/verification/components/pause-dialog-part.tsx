"use client";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { DialogPart } from "@/ui/dialog-part";
import { Field, TextArea } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { toast } from "@/ui/toast";
import { MAX_PAUSE_NOTE } from "../cadence-rules";
import { useVerificationRefresh } from "./use-verification-refresh";

interface PauseDialogProps {
  readonly kind: KindName;
  readonly documentId: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Asks why a document needn't be verified for a while. */
export function PauseDialogPart({ kind, documentId, open, onClose }: PauseDialogProps) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const form = useId();
  const [note, setNote] = useState("");
  const refresh = useVerificationRefresh(kind);
  const pause = useMutation(
    trpc.verification.pause.mutationOptions({
      onSuccess: async () => {
        await refresh();
        onClose();
        toast("Paused.");
      },
    }),
  );
  return (
    <DialogPart
      open={open}
      onOpenChange={onClose}
      size="s"
      title="Pause the verification"
      description="Nobody is reminded, and it doesn’t become overdue, until somebody resumes it."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" pending={pause.isPending}>
            Pause
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (!pause.isPending) pause.mutate({ workspaceId, documentId, note });
        }}
      >
        {pause.isError && <Notice tone="error">{refusal(pause.error).message}</Notice>}
        <Field label="Why" isOptional>
          <TextArea value={note} maxLength={MAX_PAUSE_NOTE} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </form>
    </DialogPart>
  );
}
