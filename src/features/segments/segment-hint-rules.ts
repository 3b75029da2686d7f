// What is worth a look in a segment.
import { fieldAt } from "../documents/field-rules";
import {
  agesHint,
  type CommonFacts,
  castHints,
  commonHints,
  emptyHint,
  type Hint,
  hint,
  type PersonaOfSegment,
} from "../documents/links/hint-rules";
import { SEGMENT_FIELDS, type SegmentContent, TARGETING_DECISIONS } from "./segment-rules";

export interface SegmentFacts extends Pick<CommonFacts, "goneOwner"> {
  readonly documentId: string;
  readonly content: SegmentContent;
  /** Those that the person may see. */
  readonly personas: readonly PersonaOfSegment[];
  /** The size of the segment that this one is a part of, where it is said. */
  readonly parent: { readonly id: string; readonly title: string; readonly sizeEstimate: number | null } | null;
}

const TELLING = ["definition", "claims.needs"].map((path) => fieldAt(SEGMENT_FIELDS, path));

export function segmentHints({ documentId, content, goneOwner, personas, parent }: SegmentFacts): readonly Hint[] {
  const { title, targeting, targetingReason, sizeEstimate, sizeSource } = content;
  const named = { id: documentId, title: title || "This segment" };
  const hints: Hint[] = [
    ...commonHints({ fields: SEGMENT_FIELDS, content, goneOwner }),
    ...agesHint(content.ageFrom, content.ageTo),
    ...castHints(named, personas, documentId),
  ];
  const negative = personas.filter(({ kind, share }) => kind === "negative" && share !== null);
  for (const { id, title: name } of negative) {
    const message = `${name} is a negative persona, whom we don't serve, yet it has a share.`;
    hints.push(hint("negative-share", message, null, [{ kind: "persona", id, title: name }]));
  }
  if (sizeEstimate !== null && sizeSource === "") {
    hints.push(hint("size-unsourced", "The estimated size doesn't say where it is from.", "sizeSource"));
  }
  if (targeting !== "undecided" && targetingReason === "") {
    const decision = TARGETING_DECISIONS[targeting].toLowerCase();
    hints.push(hint("no-reason", `The decision to ${decision} gives no reason.`, "targetingReason"));
  }
  if (parent?.sizeEstimate && sizeEstimate !== null && sizeEstimate > parent.sizeEstimate) {
    const link = { kind: "segment" as const, id: parent.id, title: parent.title };
    hints.push(
      hint("larger-than-parent", `It is larger than ${parent.title}, which it is a part of.`, "sizeEstimate", [link]),
    );
  }
  if (targeting !== "exclude" && personas.length === 0) {
    hints.push(hint("no-persona", "No persona stands for it yet."));
  }
  return [...hints, ...emptyHint(TELLING, content)];
}
