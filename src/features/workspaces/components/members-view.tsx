"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { useTRPC } from "@/trpc/client";
import { Card, CardList } from "@/ui/card";
import { Section } from "@/ui/section";
import { SkeletonRows } from "@/ui/skeleton";
import { InvitePeople } from "./invite-people";
import { MemberRow } from "./member-row";
import { OpenInvitations } from "./open-invitations";
import { RoleTable } from "./role-table";
import { useWorkspace } from "./workspace-context";

interface Props {
  readonly ownUserId: string;
}

export function MembersView({ ownUserId }: Props) {
  const { may } = useWorkspace();
  const isManager = may("member.manage");
  return (
    <>
      <Section title="Who is here" action={isManager && <InvitePeople />}>
        <Card>
          <Suspense fallback={<SkeletonRows label="Loading the members…" rows={4} />}>
            <MemberRows ownUserId={ownUserId} />
          </Suspense>
        </Card>
      </Section>
      {isManager && (
        <Suspense>
          <OpenInvitations />
        </Suspense>
      )}
      <Section title="What each role may do" hint="Every role may do all that the roles before it may.">
        <RoleTable />
      </Section>
    </>
  );
}

function MemberRows({ ownUserId }: Props) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const { data: members } = useSuspenseQuery(trpc.members.list.queryOptions({ workspaceId }));
  const owners = members.filter(({ role }) => role === "owner").length;
  return (
    <CardList>
      {members.map((member) => (
        <MemberRow key={member.userId} member={member} owners={owners} isSelf={member.userId === ownUserId} />
      ))}
    </CardList>
  );
}
