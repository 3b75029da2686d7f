import { contentSchema } from "../documents/content-contract";
import { SEGMENT_FIELDS, type SegmentContent } from "./segment-rules";

/** A segment's content, whole: every property is always there, empty ones as "", [] or null. */
export const segmentContent = contentSchema<SegmentContent>(SEGMENT_FIELDS);
