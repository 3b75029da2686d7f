// What one needs to know to write a rule.
import { z } from "zod";
import type { ChosenData } from "@/features/datasets/choice-contract";
import { workspaceInput } from "@/shared/workspace-input";

export const ruleVocabularyInput = workspaceInput({
  /** The segment whose rule is written: it can't rest on itself, so it isn't among those to name. */
  documentId: z.uuid().optional(),
  /** The customer data that were chosen, if any were. */
  datasetId: z.uuid().nullish(),
});
export type RuleVocabularyInput = z.output<typeof ruleVocabularyInput>;

/** A published segment that a rule may speak of. */
export interface NameableSegment {
  readonly id: string;
  readonly title: string;
  /** The newest one; all before it can be named as well. */
  readonly version: number;
}

export interface RuleVocabulary {
  /** Customer data to choose from, by name. */
  readonly datasets: readonly { readonly id: string; readonly name: string }[];
  /** What the rule can speak of; null while no data are chosen, or when they are gone. */
  readonly data: ChosenData | null;
  /** Those whose newest version has a rule on the same data, by title. */
  readonly segments: readonly NameableSegment[];
}
