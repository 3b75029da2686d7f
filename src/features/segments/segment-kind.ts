import type { DocumentKind } from "../documents/document-kind";
import { emptyContent } from "../documents/field-rules";
import { segmentContent } from "./segment-contract";
import { SEGMENT_IMPORT } from "./segment-import-rules";
import { missingInSegment, SEGMENT_FACET, SEGMENT_FIELDS, type SegmentContent } from "./segment-rules";
import { SEGMENT_TEMPLATES } from "./segment-templates";

/** Segments as a kind of document. */
export const segmentKind: DocumentKind<SegmentContent> = {
  name: "segment",
  schema: segmentContent,
  fields: SEGMENT_FIELDS,
  facet: SEGMENT_FACET,
  cardFields: ["summary", "bases", "targeting", "sizeEstimate"],
  importRules: SEGMENT_IMPORT,
  templates: SEGMENT_TEMPLATES,
  missing: missingInSegment,
  empty: (title) => segmentContent.parse({ ...emptyContent(SEGMENT_FIELDS), title }),
};
