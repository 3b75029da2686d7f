import type { DocumentKind } from "../documents/document-kind";
import { emptyContent } from "../documents/field-rules";
import { segmentContent } from "./segment-contract";
import { missingInSegment, SEGMENT_FACET, SEGMENT_FIELDS, type SegmentContent } from "./segment-rules";

/** Segments as a kind of document. */
export const segmentKind: DocumentKind<SegmentContent> = {
  name: "segment",
  schema: segmentContent,
  fields: SEGMENT_FIELDS,
  facet: SEGMENT_FACET,
  cardFields: ["summary", "bases", "targeting", "sizeEstimate"],
  missing: missingInSegment,
  empty: (title) => segmentContent.parse({ ...emptyContent(SEGMENT_FIELDS), title }),
};
