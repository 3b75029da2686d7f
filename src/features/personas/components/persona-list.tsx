"use client";
import { documentPath } from "@/features/documents/components/document-link";
import { StandingPills } from "@/features/documents/components/standing-pills";
import { DocumentFace } from "@/features/documents/lists/components/document-face";
import { DocumentList } from "@/features/documents/lists/components/document-list";
import { SelectBox } from "@/features/documents/lists/components/list-selection";
import { RowMenu } from "@/features/documents/lists/components/row-menu";
import { TagList } from "@/features/documents/lists/components/tag-list";
import type { ListedDocument } from "@/features/documents/lists/list-contract";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { portraitSheets } from "@/shared/portrait-address";
import { Link } from "@/ui/link";
import { PERSONA_FACET, PERSONA_KINDS, type PersonaContent } from "../persona-rules";

type ListedPersona = ListedDocument<PersonaContent>;

/** The cast: every persona as a card with its face, or as a row. */
export function PersonaList() {
  return (
    <DocumentList<PersonaContent>
      kind="persona"
      teaching="A persona gives a segment a face: who they are, what they want and what stands in their way."
      facet={PERSONA_FACET}
      facetOf={({ kind }) => (kind ? PERSONA_KINDS[kind] : "")}
      cards={(items) => <PersonaCards items={items} />}
      pictures={smallFaces}
    />
  );
}

/** The faces of a list, drawn ones as parts of a few pictures. */
function sheetsOf(items: readonly ListedPersona[]) {
  return portraitSheets(items.map(({ card }) => card.portrait?.seed ?? "none"));
}

function smallFaces(items: readonly ListedPersona[]) {
  const sheetOf = sheetsOf(items);
  return (row: number) => <DocumentFace card={items[row]?.card ?? {}} sheet={sheetOf(row)} alt="" size={32} />;
}

export function PersonaCards({ items }: { readonly items: readonly ListedPersona[] }) {
  const { slug } = useWorkspace();
  const sheetOf = sheetsOf(items);
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(240px,100%),1fr))] gap-4">
      {items.map((item, row) => {
        const { id, title, card, tags } = item;
        return (
          <li key={id} className="group relative min-w-0 overflow-hidden rounded-m border bg-surface shadow-card">
            <DocumentFace card={card} sheet={sheetOf(row)} alt="" className="h-[150px] w-full object-contain" />
            <SelectBox id={id} title={title} isQuiet />
            <div className="px-3.5 pt-3 pb-3.5">
              <div className="flex items-start gap-1">
                <h2 dir="auto" className="min-w-0 flex-1 font-display text-display-20 wrap-anywhere">
                  <Link
                    href={documentPath(slug, "persona", id)}
                    className="after:absolute after:inset-0 after:rounded-m"
                  >
                    {title || "No name yet"}
                  </Link>
                </h2>
                <RowMenu document={item} className="relative z-[1] -me-1.5" />
              </div>
              <p dir="auto" className="line-clamp-2 text-small text-ink-2 wrap-anywhere">
                {card.archetype || "No archetype yet"}
              </p>
              <div className="flex flex-wrap items-center gap-1.5 pt-2">
                <StandingPills of={item} />
                <TagList tags={tags} most={2} />
              </div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
