"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { useTRPC } from "@/trpc/client";
import { SkeletonRows } from "@/ui/skeleton";
import { HandOver } from "./hand-over";
import { LeaveWorkspace } from "./leave-workspace";
import { RenameForm } from "./rename-form";
import { TimeZoneForm } from "./time-zone-form";
import { useWorkspace } from "./workspace-context";

interface Props {
  readonly ownUserId: string;
}

export function WorkspaceSettings(props: Props) {
  return (
    <div className="grid gap-9">
      <RenameForm />
      <TimeZoneForm />
      <Suspense fallback={<SkeletonRows rows={2} />}>
        <Parting {...props} />
      </Suspense>
    </div>
  );
}

/** What depends on who else is there: handing over and leaving. */
function Parting({ ownUserId }: Props) {
  const { id: workspaceId, may } = useWorkspace();
  const trpc = useTRPC();
  const { data: members } = useSuspenseQuery(trpc.members.list.queryOptions({ workspaceId }));
  const owners = members.filter(({ role }) => role === "owner").length;
  return (
    <>
      {may("workspace.hand-over") && <HandOver others={members.filter(({ userId }) => userId !== ownUserId)} />}
      <LeaveWorkspace owners={owners} />
    </>
  );
}
