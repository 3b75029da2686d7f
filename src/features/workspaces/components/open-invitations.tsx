"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { Card, CardList } from "@/ui/card";
import { Section } from "@/ui/section";
import { OpenInvitationRow } from "./open-invitation-row";
import { useWorkspace } from "./workspace-context";

/** Invitations that nobody has answered yet. Absent when there are none. */
export function OpenInvitations() {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const { data: invitations } = useSuspenseQuery(trpc.invitations.list.queryOptions({ workspaceId }));
  if (invitations.length === 0) return null;
  return (
    <Section title="Open invitations">
      <Card>
        <CardList>
          {invitations.map((invitation) => (
            <OpenInvitationRow key={invitation.invitationId} invitation={invitation} />
          ))}
        </CardList>
      </Card>
    </Section>
  );
}
