"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { ConfirmDialog } from "@/ui/dialog";
import { toast } from "@/ui/toast";
import type { Member } from "../member-contract";
import { useWorkspace } from "./workspace-context";

interface Props {
  readonly member: Member;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

export function RemoveMember({ member, open, onOpenChange }: Props) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const remove = useMutation(
    trpc.members.remove.mutationOptions({
      onSuccess: () => {
        onOpenChange(false);
        toast(`${member.name} was removed.`);
        void queries.invalidateQueries(trpc.members.list.queryFilter({ workspaceId }));
        void queries.invalidateQueries(trpc.invitations.list.queryFilter({ workspaceId }));
      },
    }),
  );
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(isOpen) => {
        onOpenChange(isOpen);
        if (!isOpen) remove.reset();
      }}
      title={
        <>
          Remove <bdi>{member.name}</bdi>?
        </>
      }
      confirmLabel="Remove"
      tone="final"
      pending={remove.isPending}
      error={remove.error ? refusal(remove.error).message : undefined}
      onConfirm={() => remove.mutate({ workspaceId, userId: member.userId })}
    >
      They lose access at once. What they wrote stays, under their name. Open invitations that they sent are revoked. To
      come back, they need a new invitation.
    </ConfirmDialog>
  );
}
