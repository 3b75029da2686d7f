import type { DocumentKind } from "../documents/document-kind";
import { segmentContent } from "./segment-contract";
import { missingInSegment, SEGMENT_FIELDS, type SegmentContent } from "./segment-rules";

/** Segments as a kind of document. */
export const segmentKind: DocumentKind<SegmentContent> = {
  name: "segment",
  schema: segmentContent,
  fields: SEGMENT_FIELDS,
  cardFields: ["summary", "bases", "targeting", "sizeEstimate"],
  missing: missingInSegment,
  empty: (title) => ({
    title,
    summary: "",
    bases: [],
    definition: "",
    targeting: "undecided",
    targetingReason: "",
    sizeEstimate: null,
    sizeSource: "",
    claims: { characteristics: [], needs: [], triggers: [] },
  }),
};
