"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { ConfirmDialog } from "@/ui/dialog";
import { Section } from "@/ui/section";
import { leaveBlocks, MEMBER_BLOCK_SENTENCES } from "../member-rules";
import { useWorkspace } from "./workspace-context";

export function LeaveWorkspace({ owners }: { readonly owners: number }) {
  const { id: workspaceId, name, role } = useWorkspace();
  const [isAsking, setAsking] = useState(false);
  const trpc = useTRPC();
  const leave = useMutation(
    trpc.members.leave.mutationOptions({
      // A new page altogether, so that nothing of the workspace stays in memory.
      onSuccess: () => window.location.assign("/workspaces"),
    }),
  );
  const [block] = leaveBlocks(role, owners);
  return (
    <Section
      hasLine
      title="Leave the workspace"
      hint={block ? MEMBER_BLOCK_SENTENCES[block] : "What you wrote stays. To come back, you need an invitation."}
    >
      <Button disabledReason={block && MEMBER_BLOCK_SENTENCES[block]} onClick={() => setAsking(true)}>
        Leave
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={(open) => {
          setAsking(open);
          if (!open) leave.reset();
        }}
        title={
          <>
            Leave <bdi>{name}</bdi>?
          </>
        }
        confirmLabel="Leave the workspace"
        tone="final"
        pending={leave.isPending || leave.isSuccess}
        error={leave.error ? refusal(leave.error).message : undefined}
        onConfirm={() => leave.mutate({ workspaceId })}
      >
        You lose access at once. Your drafts, versions and comments stay with the team, under your name. Open
        invitations that you sent are revoked.
      </ConfirmDialog>
    </Section>
  );
}
