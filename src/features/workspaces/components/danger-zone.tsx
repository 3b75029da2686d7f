"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { DeleteWorkspace } from "./delete-workspace";
import { HandOver } from "./hand-over";
import { LeaveWorkspace } from "./leave-workspace";
import { useWorkspace } from "./workspace-context";

/** What can't simply be taken back; each for those who may. */
export function DangerZone() {
  const { id: workspaceId, personId, may } = useWorkspace();
  const trpc = useTRPC();
  const { data: members } = useSuspenseQuery(trpc.members.list.queryOptions({ workspaceId }));
  const owners = members.filter(({ role }) => role === "owner").length;
  return (
    <>
      {may("workspace.hand-over") && <HandOver others={members.filter(({ userId }) => userId !== personId)} />}
      <LeaveWorkspace owners={owners} />
      {may("workspace.delete") && <DeleteWorkspace />}
    </>
  );
}
