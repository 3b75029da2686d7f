"use client";
import { type LinkCards, useLinkCards } from "@/features/documents/links/components/use-link-cards";
import type { ListedDocument } from "@/features/documents/lists/list-contract";
import type { ScenarioContent } from "../scenario-rules";
import { ScenarioCards } from "./scenario-cards";

type Listed = readonly ListedDocument<ScenarioContent>[];

/** As many as one request for faces may ask for. */
const MOST_FACES = 100;

/** Who is in the scenarios, as they look now. */
export function useScenarioFaces(items: Listed): LinkCards {
  const ids = new Set(items.flatMap(({ card }) => (card.personas ?? []).map(({ id }) => id)));
  return useLinkCards([...ids].slice(0, MOST_FACES));
}

interface ScenarioGalleryProps {
  readonly items: Listed;
  /** Whether a heading stands above them. */
  readonly isBelow?: boolean | undefined;
}

export function ScenarioGallery({ items, isBelow }: ScenarioGalleryProps) {
  return <ScenarioCards items={items} cards={useScenarioFaces(items)} isBelow={isBelow} />;
}
