"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { type ReactNode, useSyncExternalStore } from "react";
import { LatestActivity } from "@/features/documents/activity/components/latest-activity";
import { KIND_PLACES, listPath } from "@/features/documents/components/document-link";
import { NewDocument } from "@/features/documents/components/new-document";
import type { ListedDocument } from "@/features/documents/lists/list-contract";
import { PersonaCards } from "@/features/personas/components/persona-list";
import type { PersonaContent } from "@/features/personas/persona-rules";
import { ScenarioGallery } from "@/features/scenarios/components/scenario-gallery";
import type { ScenarioContent } from "@/features/scenarios/scenario-rules";
import { SegmentRows } from "@/features/segments/components/segment-list";
import type { SegmentContent } from "@/features/segments/segment-rules";
import { FindButton } from "@/features/workspaces/components/frame/find-button";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { useTRPC } from "@/trpc/client";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { Page, PageTitle } from "@/ui/page";
import { TopBar } from "@/ui/top-bar";
import { greeting, SHOWN, waitingSentence } from "../today-rules";

/** The first page of a workspace: what was changed last, and what waits to be published. */
export function TodayPage({ name }: { readonly name: string }) {
  const { id: workspaceId, may } = useWorkspace();
  const trpc = useTRPC();
  const { data: personas } = useSuspenseQuery(trpc.personas.list.queryOptions({ workspaceId, limit: SHOWN }));
  const { data: segments } = useSuspenseQuery(trpc.segments.list.queryOptions({ workspaceId, limit: SHOWN }));
  const { data: scenarios } = useSuspenseQuery(trpc.scenarios.list.queryOptions({ workspaceId, limit: SHOWN }));
  const all = [...personas.items, ...segments.items, ...scenarios.items];
  const mayEdit = may("draft.edit");
  return (
    <>
      <TopBar actions={mayEdit && <NewDocument kind="persona" />}>
        <FindButton />
      </TopBar>
      <Page>
        <PageTitle title={<Greeting name={name} />} description={waitingSentence(all.map(({ state }) => state))} />
        {all.length === 0 ? (
          <EmptyState title="Who are your customers?" action={mayEdit && <NewDocument kind="segment" />}>
            Begin with a segment: a group of customers you treat alike. A persona then gives it a face.
          </EmptyState>
        ) : (
          <div className="grid gap-8">
            <Block kind="persona" title="The cast" isEmpty={personas.items.length === 0}>
              <PersonaCards items={personas.items as readonly ListedDocument<PersonaContent>[]} />
            </Block>
            <Block kind="segment" title="Segments" isEmpty={segments.items.length === 0}>
              <Card>
                <SegmentRows items={segments.items as readonly ListedDocument<SegmentContent>[]} />
              </Card>
            </Block>
            <Block kind="scenario" title="Scenarios" isEmpty={scenarios.items.length === 0}>
              <ScenarioGallery items={scenarios.items as readonly ListedDocument<ScenarioContent>[]} isBelow />
            </Block>
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

interface BlockProps {
  readonly kind: KindName;
  readonly title: string;
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}

function Block({ kind, title, isEmpty, children }: BlockProps) {
  const { slug } = useWorkspace();
  if (isEmpty) return null;
  return (
    <section aria-label={title}>
      <div className="flex items-baseline justify-between gap-4 pb-3">
        <h2 className="text-section">{title}</h2>
        <Link
          href={listPath(slug, kind)}
          className="inline-block min-h-6 text-ink-2 underline-offset-4 hover:underline"
        >
          All {KIND_PLACES[kind].many.toLowerCase()}
        </Link>
      </div>
      {children}
    </section>
  );
}
