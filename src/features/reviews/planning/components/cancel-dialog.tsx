"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field, TextInput } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { toast } from "@/ui/toast";
import type { Session } from "../../session-contract";

interface CancelDialogProps {
  readonly session: Session;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

export function CancelDialog({ session, open, onOpenChange }: CancelDialogProps) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const form = useId();
  const [reason, setReason] = useState("");
  const cancel = useMutation(
    trpc.reviews.cancel.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: trpc.reviews.pathKey() });
        onOpenChange(false);
        toast("Cancelled. Everybody who was asked to come is told.");
      },
    }),
  );
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="s"
      title="Cancel the session"
      description="Everybody who was asked to come gets a letter that takes it out of their calendar."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Keep it</Button>
          <Button
            type="submit"
            form={form}
            variant="accent"
            pending={cancel.isPending}
            disabledReason={reason.trim() === "" ? "Say why, for those who were asked to come." : undefined}
          >
            Cancel the session
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (!cancel.isPending && reason.trim() !== "") cancel.mutate({ workspaceId, sessionId: session.id, reason });
        }}
      >
        {cancel.isError && <Notice tone="error">{refusal(cancel.error).message}</Notice>}
        <Field label="Why">
          <TextInput value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
