// Questions about rules, while somebody writes one.
import { z } from "zod";
import type { Trait, TraitType } from "@/features/datasets/catalog-rules";
import type { OverlapRegion, SeenCustomer } from "@/features/datasets/questions/answer-contract";
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
/** A rule, and one customer by their id in the data. */
export const testCustomerInput = workspaceInput({ ...ruleShape, customerId: z.string().trim().min(1).max(200) });
export const traitValuesInput = workspaceInput({
  datasetId: z.uuid(),
  /** Null for the newest snapshot. */
  snapshotId: z.uuid().nullable(),
  /** Of a trait, or of a property of events. */
  of: z.enum(["customers", "events"]),
  trait: z.string().max(60),
  search: z.string().max(200),
});
export type TraitValuesInput = z.output<typeof traitValuesInput>;
export type RuleInput = z.output<typeof ruleInput>;

/** Which data an answer is about. */
export interface AskedSnapshot {
  readonly id: string;
  readonly number: number;
  readonly asOf: string;
  readonly customers: number;
}

/** With the zone in which its moments are local. */
export type LocalSnapshot = AskedSnapshot & { readonly timeZone: string };

export interface RuleCount {
  readonly snapshot: LocalSnapshot;
  /** Null where the rule can't be asked; `problems` say why. */
  readonly count: number | null;
  readonly problems: readonly RuleProblem[];
  /** From question to answer, on the server. */
  readonly milliseconds: number;
}

/** What the rule and published segments on the same data have in common. */
export interface RuleOverlap {
  /** The rule itself comes first, in the regions as well, and isn't named here. */
  readonly others: readonly { readonly id: string; readonly title: string; readonly version: number }[];
  readonly regions: readonly OverlapRegion[];
  /** Published segments that found no room. */
  readonly left: number;
}

export interface ShownTrait {
  readonly id: string;
  readonly label: string;
  readonly type: TraitType;
  readonly unit: Trait["unit"];
}

export interface RuleSample {
  readonly traits: readonly ShownTrait[];
  readonly customers: readonly SeenCustomer[];
}

/** Null where there is no such customer. */
export interface TestedCustomer {
  readonly traits: readonly ShownTrait[];
  readonly customer: SeenCustomer | null;
}

/** A condition without which a rule that finds nobody would find so many. */
export interface Relaxation {
  readonly rowId: string;
  readonly count: number;
}
