// What is worth a look before a document is relied on. Hints are never a gate: a document may be published with all.
import type { KindName } from "@/shared/document-kinds";
import {
  type Claim,
  type DocumentContent,
  expandFields,
  type Field,
  isEmptyValue,
  itemsAt,
  placeOf,
  valueAt,
} from "../field-rules";

export interface Hint {
  /** Names the rule. */
  readonly code: string;
  /** A sentence for people. */
  readonly message: string;
  /** Where in the document it is, as of `placeOf`; null for the document as a whole. */
  readonly place: string | null;
  /** Other documents that it is about. */
  readonly links: readonly HintLink[];
}

export interface HintLink {
  readonly kind: KindName;
  readonly id: string;
  readonly title: string;
}

export interface CommonFacts {
  readonly fields: readonly Field[];
  readonly content: DocumentContent;
  /** The owner's name when they are no longer a member; null when all is well. */
  readonly goneOwner: string | null;
}

export function hint(
  code: string,
  message: string,
  place: string | null = null,
  links: readonly HintLink[] = [],
): Hint {
  return { code, message, place, links };
}

/** What every kind of document is looked at for. */
export function commonHints({ fields, content, goneOwner }: CommonFacts): readonly Hint[] {
  const hints: Hint[] = [];
  if (goneOwner !== null) {
    hints.push(hint("no-owner", `${goneOwner} owns it and is no longer a member. Hand it over to somebody.`));
  }
  const unsourced = expandFields(fields, content).flatMap((field) =>
    field.shape === "list" && field.isClaims
      ? (itemsAt(content, field.path) as readonly Claim[])
          .filter(({ provenance, source }) => (provenance === "grounded" || provenance === "measured") && source === "")
          .map((claim) => placeOf([...field.path, claim.id]))
      : [],
  );
  const [first] = unsourced;
  if (first !== undefined) {
    const message =
      unsourced.length === 1
        ? "One claim is called grounded or measured and doesn't say what it rests on."
        : `${unsourced.length} claims are called grounded or measured and don't say what they rest on.`;
    hints.push(hint("no-source", message, first));
  }
  return hints;
}

/** Youngest and oldest the wrong way round. */
export function agesHint(ageFrom: number | null, ageTo: number | null): readonly Hint[] {
  if (ageFrom === null || ageTo === null || ageFrom <= ageTo) return [];
  return [hint("ages-turned", `The youngest (${ageFrom}) is older than the oldest (${ageTo}).`, "ageFrom")];
}

/** One sentence for what is still empty; completeness is a hint and nothing more. */
export function emptyHint(fields: readonly Field[], content: DocumentContent): readonly Hint[] {
  const empty = fields.filter((field) => isEmptyValue(field, valueAt(content, field.path)));
  const [first] = empty;
  if (!first) return [];
  const names = empty.map(({ label }) => label.toLowerCase());
  const last = names.pop();
  return [hint("empty", `Nothing said yet about ${names.length > 0 ? `${names.join(", ")} and ` : ""}${last}.`)];
}

/** A persona as its segment's other personas know it. */
export interface PersonaOfSegment {
  readonly id: string;
  readonly title: string;
  readonly kind: string | null;
  readonly share: number | null;
}

export interface SegmentNamed {
  readonly id: string;
  readonly title: string;
}

/** What the personas of one segment add up to. `from` is the document that is looked at, which isn't linked to. */
export function castHints(segment: SegmentNamed, personas: readonly PersonaOfSegment[], from: string): readonly Hint[] {
  const hints: Hint[] = [];
  const place = from === segment.id ? null : placeOf(["segments", segment.id]);
  const others = (list: readonly PersonaOfSegment[]): readonly HintLink[] => [
    ...(from === segment.id ? [] : [{ kind: "segment" as const, id: segment.id, title: segment.title }]),
    ...list.filter(({ id }) => id !== from).map(({ id, title }) => ({ kind: "persona" as const, id, title })),
  ];
  const primaries = personas.filter(({ kind }) => kind === "primary");
  if (primaries.length > 1 && (from === segment.id || primaries.some(({ id }) => id === from))) {
    const message = `${segment.title} has ${primaries.length} primary personas. One of them should lead.`;
    hints.push(hint("two-primaries", message, from === segment.id ? null : "kind", others(primaries)));
  }
  const shared = personas.filter(({ share }) => share !== null);
  const sum = shared.reduce((total, { share }) => total + (share ?? 0), 0);
  if (sum > 100) {
    hints.push(
      hint(
        "shares-over",
        `The personas of ${segment.title} come to ${sum}% of it, more than everybody.`,
        place,
        others(shared),
      ),
    );
  }
  return hints;
}
