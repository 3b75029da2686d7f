"use client";
import { X } from "lucide-react";
import { comparePath } from "@/features/documents/components/document-link";
import { type ListField, placeOf } from "@/features/documents/field-rules";
import { LinkTitle } from "@/features/documents/links/components/link-title";
import type { LinkCards } from "@/features/documents/links/components/use-link-cards";
import type { ItemActs } from "@/features/documents/sheet/components/item-acts";
import { PlaceFrame } from "@/features/documents/sheet/components/place-frame";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Button, IconButton } from "@/ui/button";
import { Link } from "@/ui/link";
import { isBehind } from "../scenario-hint-rules";
import { PERSONA_PARTS, type Pinned, type ScenarioPersona } from "../scenario-rules";

interface PinnedRowProps {
  readonly field: ListField;
  readonly item: Pinned;
  readonly cards: LinkCards;
  /** Null for readers. */
  readonly acts: ItemActs | null;
}

/** A pinned document: who, with what part, at which version, and what to do where a newer one is published. */
export function PinnedRow({ field, item, cards, acts }: PinnedRowProps) {
  const title = cards.get(item.id)?.title ?? item.title;
  return (
    <li className="group">
      <PlaceFrame place={placeOf([...field.path, item.id])}>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-0.5 py-0.5">
          <LinkTitle item={item} cards={cards} face={26} />
          {field.linksTo === "persona" && (
            <Part
              persona={item as ScenarioPersona}
              title={title}
              onPart={acts && ((part) => acts.set(item.id, ["part"], part))}
            />
          )}
          <PinnedVersion
            item={item}
            cards={cards}
            onUpdate={acts && ((version) => acts.set(item.id, ["version"], version))}
          />
          {acts && (
            <IconButton
              size="s"
              label={`Remove ${title}`}
              icon={<X aria-hidden="true" className="size-3.5" />}
              onClick={() => acts.remove(item.id, title)}
              className="opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-60"
            />
          )}
        </span>
      </PlaceFrame>
    </li>
  );
}

interface PartProps {
  readonly persona: ScenarioPersona;
  readonly title: string;
  readonly onPart: ((part: string) => void) | null;
}

function Part({ persona, title, onPart }: PartProps) {
  if (!onPart) return <span className="text-small text-ink-3">{PERSONA_PARTS[persona.part]}</span>;
  return (
    <select
      aria-label={`Part of ${title}`}
      value={persona.part}
      onChange={(event) => onPart(event.target.value)}
      className="field-sizing-content min-h-6 cursor-pointer appearance-none rounded-s border border-transparent bg-transparent px-1 text-small text-ink-2 underline decoration-line-strong decoration-dotted underline-offset-4 hover:border-line-strong focus-visible:bg-surface"
    >
      {Object.entries(PERSONA_PARTS).map(([part, label]) => (
        <option key={part} value={part}>
          {label}
        </option>
      ))}
    </select>
  );
}

interface PinnedVersionProps {
  readonly item: Pinned;
  readonly cards: LinkCards;
  readonly onUpdate: ((version: number) => void) | null;
}

/** "v3 · v4 is published", with the way to see what differs and, for who writes, to take the newer one. */
function PinnedVersion({ item, cards, onUpdate }: PinnedVersionProps) {
  const { slug } = useWorkspace();
  const document = cards.get(item.id);
  const current = document?.currentVersion ?? null;
  const { version } = item;
  return (
    <span className="flex flex-wrap items-center gap-x-2 text-small text-ink-3">
      <span className="tabular-nums">{version === null ? "never published then" : `v${version}`}</span>
      {document && current !== null && isBehind(item, current) && (
        <>
          <span className="text-due">· v{current} is published</span>
          {version !== null && (
            <Link
              href={comparePath(slug, document.kind, item.id, { from: version, to: current })}
              className="inline-block min-h-6 text-ink-2 underline decoration-line-strong underline-offset-4"
            >
              What changed<span className="sr-only"> in {document.title}</span>
            </Link>
          )}
          {onUpdate && (
            <Button size="s" variant="ghost" onClick={() => onUpdate(current)}>
              Update to v{current}
            </Button>
          )}
        </>
      )}
    </span>
  );
}
