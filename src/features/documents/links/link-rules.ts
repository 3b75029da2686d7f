// What crosses from one kind of document to another. Kinds don't know each other; each of them knows this.
import type { KindName } from "@/shared/document-kinds";
import type { Item } from "../field-rules";

/** A list of links in a kind's content. */
export interface LinkList {
  readonly kind: KindName;
  readonly path: string;
  readonly linksTo: KindName;
}

/** Every list of links that there is; a test compares it with what the kinds say. */
export const LINK_LISTS: readonly LinkList[] = [
  { kind: "persona", path: "segments", linksTo: "segment" },
  { kind: "persona", path: "influences", linksTo: "persona" },
  { kind: "segment", path: "parent", linksTo: "segment" },
  { kind: "scenario", path: "personas", linksTo: "persona" },
  { kind: "scenario", path: "segments", linksTo: "segment" },
];

/** Where each kind has its prose, which speaks of documents by chips; the same test compares it. */
export const PROSE: Readonly<Record<KindName, string>> = { segment: "notes", persona: "story", scenario: "story" };

/** Top-level properties of content that others show or reckon with; not every kind has all of them. */
export const LINK_PROPERTIES = [
  "archetype",
  "summary",
  "kind",
  "portrait",
  "hue",
  "sizeEstimate",
  "ageFrom",
  "ageTo",
  "status",
] as const;

/** As the schema of its kind vouches; absent where a kind has no such property. */
export interface LinkCard {
  readonly archetype?: string | null;
  readonly summary?: string | null;
  readonly kind?: string | null;
  readonly portrait?: { readonly seed: string; readonly alt: string; readonly picture: string | null } | null;
  readonly hue?: "sand" | "sky" | "lilac" | "sage" | "mint" | "rose" | null;
  readonly sizeEstimate?: number | null;
  readonly ageFrom?: number | null;
  readonly ageTo?: number | null;
  readonly status?: string | null;
}

/** The item of a link from a persona to a segment. */
export interface ShareLink {
  readonly share: number | null;
  readonly order: number | null;
}

/** In reading order: those that have one first, the others by title. */
export function inReadingOrder<T extends { readonly title: string; readonly order: number | null }>(
  linked: readonly T[],
): readonly T[] {
  return linked.toSorted(
    (one, other) => (one.order ?? 100) - (other.order ?? 100) || one.title.localeCompare(other.title, "en"),
  );
}

/** What the shares come to; null when nobody said any. */
export function sumOfShares(linked: readonly { readonly share: number | null }[]): number | null {
  const said = linked.flatMap(({ share }) => (share === null ? [] : [share]));
  return said.length === 0 ? null : said.reduce((sum, share) => sum + share, 0);
}

/** An item as a link to a segment reads it. */
export function shareLink(item: Item): ShareLink {
  const { share, order } = item;
  return { share: typeof share === "number" ? share : null, order: typeof order === "number" ? order : null };
}

/** How other documents speak of a scenario's kind and status; a test compares them with what scenarios say. */
export const SCENARIO_WORDS: Readonly<Record<"kind" | "status" | "part", Readonly<Record<string, string>>>> = {
  kind: { context: "Context", "key-path": "Key path", validation: "Validation" },
  status: { idea: "Idea", drafting: "Being written", told: "Told", confirmed: "Confirmed with people" },
  part: { lead: "Lead", support: "Support" },
};

/** "Lead at v2 · Context · Told": how a document stands in a scenario that links to it. */
export function scenarioWords({
  list,
  item,
  card,
}: {
  readonly list: string;
  readonly item: Item;
  readonly card: LinkCard;
}): string {
  const { part, version } = item;
  const name = typeof part === "string" ? SCENARIO_WORDS.part[part] : undefined;
  const at = typeof version === "number" ? `v${version}` : "";
  const place = list === PROSE.scenario ? "Mentioned" : [name, at].filter(Boolean).join(" at ");
  const said = [SCENARIO_WORDS.kind[card.kind ?? ""], SCENARIO_WORDS.status[card.status ?? ""]];
  return [place, ...said].filter(Boolean).join(" · ");
}
