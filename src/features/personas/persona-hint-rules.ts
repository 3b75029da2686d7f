// What is worth a look in a persona.
import { fieldAt, placeOf } from "../documents/field-rules";
import { agesBetween } from "../documents/field-words-rules";
import {
  agesHint,
  type CommonFacts,
  castHints,
  commonHints,
  emptyHint,
  type Hint,
  hint,
  type PersonaOfSegment,
  type SegmentNamed,
} from "../documents/links/hint-rules";
import { PERSONA_FIELDS, type PersonaContent } from "./persona-rules";

export interface SegmentOfPersona extends SegmentNamed {
  readonly ageFrom: number | null;
  readonly ageTo: number | null;
  /** All its personas, this one too. */
  readonly personas: readonly PersonaOfSegment[];
}

export interface PersonaFacts extends Pick<CommonFacts, "goneOwner"> {
  readonly documentId: string;
  readonly content: PersonaContent;
  /** Those that the person may see. */
  readonly segments: readonly SegmentOfPersona[];
}

const TELLING = ["quote", "claims.goals", "claims.pains"].map((path) => fieldAt(PERSONA_FIELDS, path));

export function personaHints({ documentId, content, goneOwner, segments }: PersonaFacts): readonly Hint[] {
  return [
    ...commonHints({ fields: PERSONA_FIELDS, content, goneOwner }),
    ...agesHint(content.ageFrom, content.ageTo),
    ...ownAge(content),
    ...segments.flatMap((segment) => [
      ...castHints(segment, segment.personas, documentId),
      ...ageInSegment(content, segment),
    ]),
    ...linkHints(content),
    ...emptyHint(TELLING, content),
  ];
}

/** Whether both lie outside; an unsaid bound is none. */
const isOutside = (age: number, from: number | null, to: number | null) =>
  (from !== null && age < from) || (to !== null && age > to);

function ownAge({ age, ageFrom, ageTo }: PersonaContent): readonly Hint[] {
  if (age === null || !isOutside(age, ageFrom, ageTo)) return [];
  return [
    hint("age-outside-spread", `The age (${age}) lies outside its own spread (${agesBetween(ageFrom, ageTo)}).`, "age"),
  ];
}

function ageInSegment({ age, ageFrom, ageTo }: PersonaContent, segment: SegmentOfPersona): readonly Hint[] {
  const ages = agesBetween(segment.ageFrom, segment.ageTo);
  if (ages === "") return [];
  const link = [{ kind: "segment" as const, id: segment.id, title: segment.title }];
  const out = [age, ageFrom, ageTo].flatMap((one) =>
    one !== null && isOutside(one, segment.ageFrom, segment.ageTo) ? [one] : [],
  );
  if (out.length === 0) return [];
  const what =
    age !== null && out.includes(age) ? `The age (${age})` : `The spread of age (${agesBetween(ageFrom, ageTo)})`;
  const place = what.startsWith("The age") ? "age" : "ageFrom";
  return [hint("age-outside-segment", `${what} lies outside of ${segment.title}, which is ${ages}.`, place, link)];
}

function linkHints({ kind, segments }: PersonaContent): readonly Hint[] {
  if (segments.length === 0) return [hint("no-segment", "It stands for no segment yet.")];
  const shared = segments.find(({ share }) => share !== null);
  if (kind !== "negative" || !shared) return [];
  const message = `A negative persona is whom we don't serve, yet it has a share of ${shared.title}.`;
  return [hint("negative-share", message, placeOf(["segments", shared.id]))];
}
