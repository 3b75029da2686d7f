// Questions about rules, while somebody writes one.
import { z } from "zod";
import { nodeProblem } from "@/features/datasets/rules/rule-check-rules";
import { MAX_ROWS, type RuleNode, type RuleProblem } from "@/features/datasets/rules/rule-rules";
import { workspaceInput } from "@/shared/workspace-input";

/** A row as a draft stores it. */
export const ruleRow = z.strictObject({
  id: z.uuid(),
  within: z.string().max(40),
  node: z
    .custom<RuleNode>()
    .nullable()
    .superRefine((value, context) => {
      const problem = nodeProblem(value);
      if (problem) context.addIssue({ code: "custom", message: problem });
    }),
});

/** A rule as it stands in the browser; `snapshotId` null asks the newest snapshot of the data. */
const ruleShape = {
  /** The segment that the rule is of, so that it can't rest on itself. */
  documentId: z.uuid(),
  datasetId: z.uuid(),
  snapshotId: z.uuid().nullable(),
  match: z.enum(["all", "any"]),
  rows: z.array(ruleRow).max(MAX_ROWS),
  pins: z.array(z.strictObject({ key: z.string().regex(/^\d{1,20}$/), side: z.enum(["in", "out"]) })).max(1_000),
};
export const ruleInput = workspaceInput(ruleShape);
export type RuleInput = z.output<typeof ruleInput>;

/** Which data an answer is about. */
export interface AskedSnapshot {
  readonly id: string;
  readonly number: number;
  readonly asOf: string;
  readonly customers: number;
}

export interface RuleCount {
  readonly snapshot: AskedSnapshot;
  /** Null where the rule can't be asked; `problems` say why. */
  readonly count: number | null;
  readonly problems: readonly RuleProblem[];
  /** From question to answer, on the server. */
  readonly milliseconds: number;
}
