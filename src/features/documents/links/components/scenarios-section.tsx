"use client";
import { useQuery } from "@tanstack/react-query";
import { PenLine } from "lucide-react";
import { useId } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Link } from "@/ui/link";
import { documentPath } from "../../components/document-link";
import { StandingPills } from "../../components/standing-pills";
import { useEdit } from "../../drafts/components/content-context";
import type { LinkingDocument } from "../link-contract";
import { scenarioWords } from "../link-rules";
import { useWriteScenario } from "./use-write-scenario";

interface ScenariosSectionProps {
  readonly kind: "persona" | "segment";
  readonly documentId: string;
}

/** The scenarios that a persona or segment is in, by their lists or in their words, and for a persona the way to another. */
export function ScenariosSection({ kind, documentId }: ScenariosSectionProps) {
  const { id: workspaceId, may } = useWorkspace();
  const trpc = useTRPC();
  const edit = useEdit();
  const heading = useId();
  const { isWriting, write } = useWriteScenario();
  const { data } = useQuery(trpc.documents.linkedFrom.queryOptions({ workspaceId, documentId }));
  const scenarios = (data ?? []).filter((one) => one.kind === "scenario");
  const mayWrite = kind === "persona" && edit !== null && may("draft.edit");
  if (!data || (scenarios.length === 0 && !mayWrite)) return null;
  return (
    <section aria-labelledby={heading} className="min-w-0">
      <div className="mb-2.5 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={heading} className="text-section">
          Scenarios
        </h2>
        {mayWrite && (
          <Button
            size="s"
            icon={<PenLine aria-hidden="true" className="size-3.5" />}
            pending={isWriting}
            onClick={() => write(documentId)}
          >
            Write a scenario
          </Button>
        )}
      </div>
      {scenarios.length === 0 && (
        <p className="text-small text-ink-3">
          None yet. A scenario tells what happens to them, and what we must offer.
        </p>
      )}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(250px,100%),1fr))] gap-3">
        {scenarios.map((scenario) => (
          <ScenarioCard key={scenario.id} scenario={scenario} />
        ))}
      </ul>
    </section>
  );
}

function ScenarioCard({ scenario }: { readonly scenario: LinkingDocument }) {
  const { slug } = useWorkspace();
  const { id, title, card } = scenario;
  return (
    <li className="relative min-w-0 rounded-m border bg-surface px-3.5 pt-2.5 pb-3 hover:border-line-strong">
      <p className="text-small text-ink-3">{scenarioWords(scenario)}</p>
      <h3 dir="auto" className="font-display text-display-20 wrap-anywhere">
        <Link href={documentPath(slug, "scenario", id)} className="after:absolute after:inset-0 after:rounded-m">
          {title || "No name yet"}
        </Link>
      </h3>
      {card.summary && (
        <p dir="auto" className="mt-0.5 line-clamp-2 text-small text-ink-2 wrap-anywhere">
          {card.summary}
        </p>
      )}
      <p className="pt-2">
        <StandingPills of={scenario} />
      </p>
    </li>
  );
}
