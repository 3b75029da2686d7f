"use client";
import { documentPath } from "@/features/documents/components/document-link";
import { DocumentList } from "@/features/documents/components/document-list";
import { StatePill } from "@/features/documents/components/state-pill";
import type { ListedDocument } from "@/features/documents/list-contract";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { portraitSheets } from "@/shared/portrait-address";
import { Link } from "@/ui/link";
import { Portrait } from "@/ui/portrait";
import type { PersonaContent } from "../persona-rules";

/** The cast: every persona as a card with its face. */
export function PersonaList() {
  return (
    <DocumentList<PersonaContent>
      kind="persona"
      teaching="A persona gives a segment a face: who they are, what they want and what stands in their way."
    >
      {(items) => <PersonaCards items={items} />}
    </DocumentList>
  );
}

export function PersonaCards({ items }: { readonly items: readonly ListedDocument<PersonaContent>[] }) {
  const { slug } = useWorkspace();
  const seeds = items.map(({ card }) => card.portrait?.seed ?? "none");
  const sheetOf = portraitSheets(seeds);
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(240px,100%),1fr))] gap-4">
      {items.map(({ id, title, card, state, currentVersion }, row) => (
        <li key={id} className="relative min-w-0 overflow-hidden rounded-m border bg-surface shadow-card">
          <Portrait
            seed={seeds[row] ?? "none"}
            sheet={sheetOf(row)}
            hue={card.hue ?? "sand"}
            alt=""
            className="h-[150px] w-full object-contain"
          />
          <div className="px-3.5 pt-3 pb-3.5">
            <h2 dir="auto" className="font-display text-display-20 wrap-anywhere">
              <Link href={documentPath(slug, "persona", id)} className="after:absolute after:inset-0 after:rounded-m">
                {title || "No name yet"}
              </Link>
            </h2>
            <p dir="auto" className="line-clamp-2 text-small text-ink-2 wrap-anywhere">
              {card.archetype || "No archetype yet"}
            </p>
            <p className="pt-2">
              <StatePill state={state} version={currentVersion} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
