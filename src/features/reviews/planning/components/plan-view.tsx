"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Avatar } from "@/ui/avatar";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import { Notice } from "@/ui/notice";
import { PageTitle, PageWithRail } from "@/ui/page";
import { Section } from "@/ui/section";
import { toast } from "@/ui/toast";
import { TopBar } from "@/ui/top-bar";
import { GuestLinkButton } from "../../guests/components/guest-link-button";
import type { Session } from "../../session-contract";
import { LEADERS_ONLY, mayLead } from "../leading-rules";
import { newPlanPath, planPath, reviewsPath } from "../review-link-rules";
import { whenText } from "../when-rules";
import { CancelDialog } from "./cancel-dialog";
import { PlannedItems } from "./planned-items";
import { SessionPill } from "./session-pill";

/** A session that is yet to come, or won't: when, who, and what to read ahead. */
export function PlanView({ session }: { readonly session: Session }) {
  const { id: workspaceId, slug, may, personId, role } = useWorkspace();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [isCancelling, setCancelling] = useState(false);
  const isPlanned = session.state === "planned";
  const isLeader = mayLead({ id: personId, role }, session.facilitator.id);
  const start = useMutation(
    trpc.reviews.start.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.reviews.pathKey() }),
      onError: (error) => toast(refusal(error).message, { tone: "error" }),
    }),
  );
  return (
    <>
      <TopBar
        crumbs={[{ label: "Reviews", href: reviewsPath(slug) }, { label: session.title }]}
        actions={
          may("review.plan") && (
            <>
              {isPlanned && isLeader && <GuestLinkButton session={session} />}
              {isPlanned && isLeader && <Button onClick={() => setCancelling(true)}>Cancel it</Button>}
              {isPlanned ? (
                <ButtonLink href={planPath(slug, session.id)}>Change</ButtonLink>
              ) : (
                <ButtonLink href={newPlanPath(slug, session.id)}>Plan it anew</ButtonLink>
              )}
              {isPlanned && (
                <Button
                  variant="primary"
                  pending={start.isPending}
                  disabledReason={isLeader ? undefined : LEADERS_ONLY}
                  onClick={() => start.mutate({ workspaceId, sessionId: session.id })}
                >
                  {session.mode === "live" ? "Start" : "Open it now"}
                </Button>
              )}
            </>
          )
        }
      >
        <SessionPill session={session} />
      </TopBar>
      <PageWithRail railLabel="People" rail={<People session={session} />}>
        <PageTitle eyebrow={whenText(session)} title={session.title} description={session.purpose || undefined} />
        {session.cancelledReason && (
          <Notice className="mb-6" title="This session was cancelled">
            {session.cancelledReason}
          </Notice>
        )}
        <Section
          title="Agenda"
          hint={isPlanned ? "Read ahead what changed since the last version, and what the data say now." : undefined}
        >
          <PlannedItems items={session.items} />
        </Section>
      </PageWithRail>
      <CancelDialog session={session} open={isCancelling} onOpenChange={setCancelling} />
    </>
  );
}

function People({ session: { participants, facilitator } }: { readonly session: Session }) {
  return (
    <Section title={`Asked to come (${participants.length})`}>
      <ul className="grid gap-2">
        {participants.map(({ id, name }) => (
          <li key={id} className="flex min-w-0 items-center gap-2.5">
            <Avatar name={name} isDecoration />
            <bdi className="truncate">{name}</bdi>
            {id === facilitator.id && <span className="text-small text-ink-3">facilitates</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
