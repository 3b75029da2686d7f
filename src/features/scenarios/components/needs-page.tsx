"use client";
import { useQuery, useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { usePathname, useSearchParams } from "next/navigation";
import { Suspense, useDeferredValue } from "react";
import { documentPath, listPath } from "@/features/documents/components/document-link";
import { LinkTitle } from "@/features/documents/links/components/link-title";
import { useLinkCards } from "@/features/documents/links/components/use-link-cards";
import { TermHint } from "@/features/workspaces/components/term-hint";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Field } from "@/ui/field";
import { Link } from "@/ui/link";
import { LiveRegion } from "@/ui/live-region";
import { Page, PageTitle } from "@/ui/page";
import { Select } from "@/ui/select";
import { SkeletonRows } from "@/ui/skeleton";
import { TopBar } from "@/ui/top-bar";
import { readNeedsAddress } from "../needs-address-rules";
import type { ScenarioNeeds } from "../needs-contract";

/** As many personas as one answer tells of. */
const MOST_CARDS = 100;

/** What the scenarios of a workspace say that it must offer, by scenario. */
export function NeedsPage() {
  const { slug } = useWorkspace();
  const filter = readNeedsAddress(useSearchParams().get("persona"));
  return (
    <>
      <TopBar crumbs={[{ label: "Scenarios", href: listPath(slug, "scenario") }, { label: "Needs" }]} />
      <Page width="text">
        <PageTitle
          title="Needs from scenarios"
          hint={<TermHint term="need" />}
          description="What people need when they are in the situations that we wrote down: a list to build on, each with the story that it comes from."
        />
        <PersonaFilter personaId={filter.personaId} />
        <Suspense fallback={<SkeletonRows label="Loading needs…" />}>
          <NeedsList personaId={filter.personaId} />
        </Suspense>
      </Page>
    </>
  );
}

interface ForPersona {
  readonly personaId: string | undefined;
}

function PersonaFilter({ personaId }: ForPersona) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const pathname = usePathname();
  const { data } = useQuery(trpc.personas.list.queryOptions({ workspaceId, sort: "title", limit: 100 }));
  const show = (id: string) => window.history.pushState(null, "", id ? `${pathname}?persona=${id}` : pathname);
  return (
    <div className="pb-5">
      <Field label="Persona" className="w-full sm:w-72">
        <Select
          options={[
            { value: "", label: "Anybody" },
            ...(data?.items ?? []).map(({ id, title }) => ({ value: id, label: title || "No name yet" })),
          ]}
          value={personaId ?? ""}
          onValueChange={show}
        />
      </Field>
    </div>
  );
}

function NeedsList({ personaId }: ForPersona) {
  const { id: workspaceId, may } = useWorkspace();
  const trpc = useTRPC();
  const asked = useDeferredValue(personaId);
  const query = useSuspenseInfiniteQuery(
    trpc.scenarios.needs.infiniteQueryOptions(
      { workspaceId, ...(asked !== undefined && { personaId: asked }) },
      { getNextPageParam: (page) => page.nextCursor },
    ),
  );
  const scenarios = query.data.pages.flatMap((page) => page.scenarios);
  const cards = useLinkCards(
    [...new Set(scenarios.flatMap(({ personas }) => personas.map(({ id }) => id)))].slice(0, MOST_CARDS),
  );
  const count = scenarios.reduce((sum, { needs }) => sum + needs.length, 0);
  if (count === 0 && !query.hasNextPage) {
    return (
      <EmptyState title={asked === undefined ? "No needs yet" : "No scenario of this persona marks a need"}>
        {may("draft.edit")
          ? "Mark what people need while you write a scenario, with the need block: it is collected here."
          : "What your team marks as a need in its published scenarios is collected here."}
      </EmptyState>
    );
  }
  return (
    <div className={asked === personaId ? "" : "opacity-60 transition-opacity"}>
      <LiveRegion>{count === 1 ? "1 need" : `${count} needs`}</LiveRegion>
      <div className="grid gap-8">
        {scenarios.map((scenario) => (
          <OfScenario key={scenario.id} scenario={scenario} cards={cards} />
        ))}
      </div>
      {query.hasNextPage && (
        <div className="flex justify-center pt-6">
          <Button pending={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            Look through more scenarios
          </Button>
        </div>
      )}
    </div>
  );
}

interface OfScenarioProps {
  readonly scenario: ScenarioNeeds;
  readonly cards: ReturnType<typeof useLinkCards>;
}

function OfScenario({ scenario, cards }: OfScenarioProps) {
  const { slug } = useWorkspace();
  const { id, title, version, personas, needs } = scenario;
  return (
    <section aria-label={title || "No name yet"}>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 pb-1.5">
        <h2 className="min-w-0 font-display text-display-20">
          <Link
            href={documentPath(slug, "scenario", id)}
            dir="auto"
            className="underline-offset-4 wrap-anywhere hover:underline"
          >
            {title || "No name yet"}
          </Link>
        </h2>
        <span className="text-small text-ink-3">{version === null ? "Draft" : `v${version}`}</span>
      </div>
      {personas.length > 0 && (
        <ul aria-label="With" className="flex flex-wrap gap-x-5 gap-y-1 pb-2">
          {personas.map((persona) => (
            <li key={persona.id} className="min-w-0">
              <LinkTitle item={persona} cards={cards} />
            </li>
          ))}
        </ul>
      )}
      <ul>
        {needs.map((need, at) => (
          <li key={need.id ?? at} dir="auto" className="border-s-2 border-accent ps-4 py-1.5 mb-2 wrap-anywhere">
            {need.text}
          </li>
        ))}
      </ul>
    </section>
  );
}
