// From what was found in customer data to segments, on the wire.
import { z } from "zod";
import { MAX_ROWS } from "@/features/datasets/rules/rule-rules";
import { MAX_TITLE } from "@/features/documents/document-contract";
import { paragraphs, requiredLine } from "@/shared/text-schemas";
import { workspaceInput } from "@/shared/workspace-input";
import { ruleRow } from "../measuring/measuring-contract";
import { MOST_DRAFTS } from "./draft-rules";

export const draftSegmentsInput = workspaceInput({
  datasetId: z.uuid(),
  segments: z
    .array(
      z.strictObject({
        title: requiredLine(MAX_TITLE),
        summary: paragraphs(600),
        match: z.enum(["all", "any"]),
        rows: z.array(ruleRow).min(1).max(MAX_ROWS),
      }),
    )
    .min(1)
    .max(MOST_DRAFTS, `Make up to ${MOST_DRAFTS} segments at once.`),
});
export type DraftSegmentsInput = z.output<typeof draftSegmentsInput>;
