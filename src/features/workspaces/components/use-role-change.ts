"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { Role } from "@/shared/permissions";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { toast } from "@/ui/toast";
import type { Member } from "../member-contract";
import { useWorkspace } from "./workspace-context";

/** Changes a member's role, shown at once and taken back when it is refused; the toast offers to undo it. */
export function useRoleChange(member: Member): (role: Role) => void {
  const { id: workspaceId, role: ownRole } = useWorkspace();
  const router = useRouter();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const list = trpc.members.list.queryOptions({ workspaceId });

  const change = useMutation(
    trpc.members.changeRole.mutationOptions({
      onMutate: async ({ userId, role }) => {
        await queries.cancelQueries(list);
        const before = queries.getQueryData(list.queryKey);
        queries.setQueryData(list.queryKey, (members) =>
          members?.map((one) => (one.userId === userId ? { ...one, role } : one)),
        );
        return { before };
      },
      onError: (error, _, context) => {
        queries.setQueryData(list.queryKey, context?.before);
        toast(refusal(error).message, { tone: "error" });
      },
      onSettled: () => {
        void queries.invalidateQueries(list);
        // A demotion may have revoked invitations.
        void queries.invalidateQueries(trpc.invitations.list.queryFilter({ workspaceId }));
        // One's own role decides what the page offers.
        if (ownRole === member.role) router.refresh();
      },
    }),
  );

  return (role) => {
    const { userId, name, role: before } = member;
    change.mutate(
      { workspaceId, userId, role },
      {
        onSuccess: () =>
          toast(`${name} is ${role} now.`, {
            action: { label: "Undo", onClick: () => change.mutate({ workspaceId, userId, role: before }) },
          }),
      },
    );
  };
}
