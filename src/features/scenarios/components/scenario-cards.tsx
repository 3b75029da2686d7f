"use client";
import { documentPath } from "@/features/documents/components/document-link";
import { StandingPills } from "@/features/documents/components/standing-pills";
import type { LinkCards } from "@/features/documents/links/components/use-link-cards";
import { DocumentFace } from "@/features/documents/lists/components/document-face";
import { SelectBox } from "@/features/documents/lists/components/list-selection";
import { RowMenu } from "@/features/documents/lists/components/row-menu";
import { TagList } from "@/features/documents/lists/components/tag-list";
import type { ListedDocument } from "@/features/documents/lists/list-contract";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Link } from "@/ui/link";
import { SCENARIO_KINDS, SCENARIO_STATUSES, type ScenarioContent, type ScenarioPersona } from "../scenario-rules";

/** As many faces as stand on a card. */
const FACES = 4;

interface ScenarioCardsProps {
  readonly items: readonly ListedDocument<ScenarioContent>[];
  /** Of the personas that the scenarios name. */
  readonly cards: LinkCards;
  /** Whether a heading stands above them. */
  readonly isBelow?: boolean | undefined;
}

/** A card each: what kind it is, what happens, and who is in it. */
export function ScenarioCards({ items, cards, isBelow = false }: ScenarioCardsProps) {
  const { slug } = useWorkspace();
  const Title = isBelow ? "h3" : "h2";
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(250px,100%),1fr))] gap-4">
      {items.map((item) => {
        const { id, title, card, tags } = item;
        const words = [card.kind && SCENARIO_KINDS[card.kind], card.status && SCENARIO_STATUSES[card.status]];
        return (
          <li
            key={id}
            className="group relative flex min-w-0 flex-col rounded-m border bg-surface px-4 pt-3.5 pb-4 shadow-card"
          >
            <div className="flex items-start gap-1">
              <p className="min-w-0 flex-1 truncate text-small text-ink-3">{words.filter(Boolean).join(" · ")}</p>
              <SelectBox id={id} title={title} className="-mt-1.5" />
              <RowMenu document={item} className="relative z-[1] -me-2 -mt-1.5" />
            </div>
            <Title dir="auto" className="font-display text-display-20 wrap-anywhere">
              <Link href={documentPath(slug, "scenario", id)} className="after:absolute after:inset-0 after:rounded-m">
                {title || "No name yet"}
              </Link>
            </Title>
            <p dir="auto" className="mt-1 line-clamp-3 text-small text-ink-2 wrap-anywhere">
              {card.summary || "No summary yet"}
            </p>
            <div className="mt-auto flex flex-wrap items-center gap-x-3 gap-y-2 pt-3.5">
              <Faces personas={card.personas ?? []} cards={cards} />
              <span className="ms-auto flex flex-wrap items-center gap-1.5">
                <TagList tags={tags} most={1} />
                <StandingPills of={item} />
              </span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

interface FacesProps {
  readonly personas: readonly ScenarioPersona[];
  readonly cards: LinkCards;
}

function Faces({ personas, cards }: FacesProps) {
  const names = personas.map(({ id, title }) => cards.get(id)?.title ?? title).join(", ");
  if (personas.length === 0) return <span className="text-small text-ink-3">Nobody yet</span>;
  return (
    <span className="flex items-center">
      <span className="sr-only">With {names}</span>
      <span aria-hidden="true" title={names} className="flex items-center">
        {personas.slice(0, FACES).map(({ id }) => (
          <span key={id} className="-me-1.5 rounded-full border-2 border-surface">
            <DocumentFace card={cards.get(id)?.card ?? {}} alt="" size={28} />
          </span>
        ))}
        {personas.length > FACES && <span className="ms-3 text-small text-ink-3">+{personas.length - FACES}</span>}
      </span>
    </span>
  );
}
