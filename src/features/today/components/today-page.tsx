"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { LatestActivity } from "@/features/documents/activity/components/latest-activity";
import { KIND_PLACES, listPath } from "@/features/documents/components/document-link";
import { NewDocumentButton } from "@/features/documents/components/new-document";
import type { ListedDocument } from "@/features/documents/lists/list-contract";
import { PersonaCards } from "@/features/personas/components/persona-list";
import type { PersonaContent } from "@/features/personas/persona-rules";
import { FindButton } from "@/features/workspaces/components/frame/find-button";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { ButtonLink } from "@/ui/button-link";
import { Link } from "@/ui/link";
import { Page, PageTitle } from "@/ui/page";
import { TopBar } from "@/ui/top-bar";
import { EmptyToday } from "../first-steps/components/empty-today";
import { FirstStepsCard } from "../first-steps/components/first-steps-card";
import { useFirstSteps } from "../first-steps/components/use-first-steps";
import { isShown } from "../first-steps/first-steps-rules";
import { greeting, SHOWN, todaySentences } from "../today-rules";
import { ComingUpCard } from "./coming-up-card";
import { NeedsYouCard } from "./needs-you-card";
import { TrustCard } from "./trust-card";

/** The first page of a workspace: what waits for the reader, what is ahead, the cast, and for leads how it all stands. */
export function TodayPage({ name }: { readonly name: string }) {
  const { id: workspaceId, slug, may } = useWorkspace();
  const trpc = useTRPC();
  const { data: today } = useSuspenseQuery(trpc.today.mine.queryOptions({ workspaceId }));
  const { data: counts } = useSuspenseQuery(trpc.documents.counts.queryOptions({ workspaceId }));
  const { data: personas } = useSuspenseQuery(trpc.personas.list.queryOptions({ workspaceId, limit: SHOWN }));
  const mayEdit = may("draft.edit");
  const firstSteps = useFirstSteps();
  const isEmpty = counts.persona + counts.segment + counts.scenario === 0;
  // What else there is to press would only lead away from the step that is open.
  const isBeginning = isEmpty && mayEdit && firstSteps !== null && isShown(firstSteps);
  return (
    <>
      <TopBar
        actions={
          !isBeginning && (
            <>
              {may("data.import") && <ButtonLink href={`/w/${slug}/data/import`}>Import data</ButtonLink>}
              {mayEdit && <NewDocumentButton kind="persona" />}
            </>
          )
        }
      >
        <FindButton />
      </TopBar>
      <Page>
        <PageTitle
          title={<Greeting name={name} />}
          description={
            isBeginning
              ? "Nothing is here yet. Five steps lead to a persona that your team can rely on; leave and come back at any time."
              : isEmpty
                ? "Nothing is here yet."
                : todaySentences(today.dutyCount, today.personas)
          }
        />
        {firstSteps && isShown(firstSteps) && (
          <div className={isEmpty ? undefined : "mb-8"}>
            <FirstStepsCard firstSteps={firstSteps} />
          </div>
        )}
        {isEmpty ? (
          <EmptyToday firstSteps={firstSteps} />
        ) : (
          <div className="grid gap-8">
            <div className="grid items-start gap-5 lg:grid-cols-[1.5fr_1fr]">
              <NeedsYouCard duties={today.duties} count={today.dutyCount} />
              <ComingUpCard items={today.comingUp} />
            </div>
            {personas.items.length > 0 && (
              <Cast items={personas.items as readonly ListedDocument<PersonaContent>[]} all={counts.persona} />
            )}
            {may("cadence.set") && <TrustCard />}
            <LatestActivity />
          </div>
        )}
      </Page>
    </>
  );
}

const never = () => () => {};

/** By the reader's clock; the server, which doesn't know it, greets by no hour. */
function Greeting({ name }: { readonly name: string }) {
  const hour = useSyncExternalStore(
    never,
    () => new Date().getHours(),
    () => null,
  );
  return greeting(hour, name);
}

interface CastProps {
  readonly items: readonly ListedDocument<PersonaContent>[];
  readonly all: number;
}

function Cast({ items, all }: CastProps) {
  const { slug } = useWorkspace();
  return (
    <section aria-label="The cast">
      <div className="flex items-baseline justify-between gap-4 pb-3">
        <h2 className="text-section">The cast</h2>
        <Link
          href={listPath(slug, "persona")}
          className="inline-block min-h-6 text-ink-2 underline-offset-4 hover:underline"
        >
          {all > items.length ? `All ${all}` : `All ${KIND_PLACES.persona.many.toLowerCase()}`}
        </Link>
      </div>
      <PersonaCards items={items} />
    </section>
  );
}
