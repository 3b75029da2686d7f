"use client";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Page, PageTitle } from "@/ui/page";
import { toast } from "@/ui/toast";
import { TopBar } from "@/ui/top-bar";
import type { Session } from "../../session-contract";
import { reviewsPath, sessionPath } from "../review-link-rules";
import { emptyPlan, planOf } from "./plan-draft";
import { PlanForm } from "./plan-form";

/** Plans a session, from nothing or with the agenda and the people of an earlier one. */
export function NewPlanPage({ fromId }: { readonly fromId: string | null }) {
  return fromId === null ? <NewPlan /> : <NextPlan fromId={fromId} />;
}

function NextPlan({ fromId }: { readonly fromId: string }) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.reviews.session.queryOptions({ workspaceId, sessionId: fromId }));
  return <NewPlan from={data} />;
}

function NewPlan({ from }: { readonly from?: Session }) {
  const { id: workspaceId, slug, personId, timeZone } = useWorkspace();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const plan = useMutation(
    trpc.reviews.plan.mutationOptions({
      onSuccess: async ({ sessionId }) => {
        await queries.invalidateQueries({ queryKey: trpc.reviews.pathKey() });
        toast("Planned. The invitations are on their way.");
        router.push(sessionPath(slug, sessionId) as Route);
      },
    }),
  );
  const [initial] = useState(() => {
    const empty = emptyPlan({ facilitatorId: personId, timeZone });
    if (!from) return empty;
    const { starts, ends, ...kept } = planOf(from);
    return { ...empty, ...kept };
  });
  return (
    <>
      <TopBar crumbs={[{ label: "Reviews", href: reviewsPath(slug) }, { label: "Plan a session" }]} />
      <Page width="text">
        <PageTitle
          title="Plan a review session"
          description={from && `With the agenda and the people of ${from.title}.`}
        />
        <PlanForm
          initial={initial}
          action="Plan it and invite"
          isPending={plan.isPending}
          error={plan.error}
          onSave={(facts) => plan.mutate({ workspaceId, ...sent(facts) })}
        />
      </Page>
    </>
  );
}

/** Changes what isn't begun yet. */
export function ChangePlanPage({ sessionId }: { readonly sessionId: string }) {
  const { id: workspaceId, slug } = useWorkspace();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const target = { workspaceId, sessionId };
  const { data: session } = useSuspenseQuery(trpc.reviews.session.queryOptions(target));
  // What is written rests on the plan as it was when the page was opened, whatever is read since.
  const [base, setBase] = useState(session);
  const change = useMutation(
    trpc.reviews.changePlan.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: trpc.reviews.pathKey() });
        toast("Saved. Everybody who is asked to come is told.");
        router.push(sessionPath(slug, sessionId) as Route);
      },
    }),
  );
  const reload = async () => {
    const theirs = await queries.fetchQuery({ ...trpc.reviews.session.queryOptions(target), staleTime: 0 });
    setBase(theirs);
    change.reset();
  };
  return (
    <>
      <TopBar
        crumbs={[
          { label: "Reviews", href: reviewsPath(slug) },
          { label: base.title, href: sessionPath(slug, sessionId) },
          { label: "Change the plan" },
        ]}
      />
      <Page width="text">
        <PageTitle title="Change the plan" />
        <PlanForm
          key={base.revision}
          initial={planOf(base)}
          action="Save and tell everybody"
          isPending={change.isPending}
          error={change.error}
          onReload={reload}
          onSave={(facts) => change.mutate({ ...target, revision: base.revision, ...sent(facts) })}
        />
      </Page>
    </>
  );
}

/** Lists that the wire may own. */
function sent<T extends { readonly items: readonly unknown[]; readonly participantIds: readonly string[] }>(facts: T) {
  return { ...facts, items: [...facts.items] as T["items"][number][], participantIds: [...facts.participantIds] };
}
