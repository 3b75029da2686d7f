"use client";
import { ListChecks } from "lucide-react";
import { LinkTitle } from "@/features/documents/links/components/link-title";
import { DocumentFace } from "@/features/documents/lists/components/document-face";
import { DocumentList } from "@/features/documents/lists/components/document-list";
import type { ListedDocument } from "@/features/documents/lists/list-contract";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { ButtonLink } from "@/ui/button-link";
import { needsPath } from "../needs-address-rules";
import { leadOf, SCENARIO_FACET, SCENARIO_KINDS, type ScenarioContent, type ScenarioPersona } from "../scenario-rules";
import { ScenarioCards } from "./scenario-cards";
import { ScenarioGallery, useScenarioFaces } from "./scenario-gallery";

type ListedScenario = ListedDocument<ScenarioContent>;

/** Every scenario: as a card, below the persona who leads it, or as a row. */
export function ScenarioList() {
  const { slug } = useWorkspace();
  return (
    <DocumentList<ScenarioContent>
      kind="scenario"
      teaching="A scenario puts a persona in context: what sets it off, what happens, and what we must offer."
      facet={SCENARIO_FACET}
      facetOf={({ kind }) => (kind ? SCENARIO_KINDS[kind] : "")}
      cards={(items) => <ScenarioGallery items={items} />}
      cast={(items) => <ByPersona items={items} />}
      acts={
        <ButtonLink href={needsPath(slug)} icon={<ListChecks aria-hidden="true" className="size-4" />}>
          Needs
        </ButtonLink>
      }
    />
  );
}

interface Group {
  readonly lead: ScenarioPersona | undefined;
  readonly items: ListedScenario[];
}

/** Those that a persona leads below each other; those without a lead come last. */
function ByPersona({ items }: { readonly items: readonly ListedScenario[] }) {
  const cards = useScenarioFaces(items);
  const groups = new Map<string, Group>();
  for (const item of items) {
    const lead = leadOf(item.card.personas ?? []);
    const group = groups.get(lead?.id ?? "") ?? { lead, items: [] };
    group.items.push(item);
    groups.set(lead?.id ?? "", group);
  }
  const nameOf = ({ lead }: Group) => (lead ? (cards.get(lead.id)?.title ?? lead.title) : "");
  const sorted = [...groups.values()].sort(
    (one, other) => Number(!one.lead) - Number(!other.lead) || nameOf(one).localeCompare(nameOf(other), "en"),
  );
  return (
    <div className="grid gap-8">
      {sorted.map((group) => {
        const { lead } = group;
        const face = lead && cards.get(lead.id);
        return (
          <section key={lead?.id ?? ""} aria-label={nameOf(group) || "Without a lead"}>
            <h2 className="flex items-center gap-3 pb-3 font-display text-display-20">
              {face && <DocumentFace card={face.card} alt="" size={40} />}
              {lead ? <LinkTitle item={lead} cards={cards} face={0} /> : "Nobody leads these"}
              <span className="font-ui text-small text-ink-3">
                {group.items.length === 1 ? "1 scenario" : `${group.items.length} scenarios`}
              </span>
            </h2>
            <ScenarioCards items={group.items} cards={cards} isBelow />
          </section>
        );
      })}
    </div>
  );
}
