import { z } from "zod";
import { line, paragraphs } from "@/shared/text-schemas";
import { choiceOf, claimList, MAX_TITLE } from "../documents/document-contract";
import { SEGMENT_BASES, type SegmentContent, TARGETING_DECISIONS } from "./segment-rules";

const bases = z
  .array(choiceOf(SEGMENT_BASES))
  .max(6)
  .refine((list) => new Set(list).size === list.length, "A basis is named twice.");

/** A segment's content, whole: every property is always there, empty ones as "", [] or null. */
export const segmentContent: z.ZodType<SegmentContent> = z.strictObject({
  title: line(MAX_TITLE),
  summary: paragraphs(600),
  bases,
  definition: paragraphs(2_000),
  targeting: choiceOf(TARGETING_DECISIONS),
  targetingReason: paragraphs(500),
  sizeEstimate: z.int().min(0).max(10_000_000_000).nullable(),
  sizeSource: line(200),
  claims: z.strictObject({ characteristics: claimList, needs: claimList, triggers: claimList }),
});
