import { readOverlap as askOverlap, MOST_SETS } from "@/features/datasets/questions/overlap";
import type { RuleQuestion } from "@/features/datasets/questions/rule-question";
import type { SegmentNode } from "@/features/datasets/rules/rule-rules";
import type { Scope } from "@/server/access/open-scope";
import { listNameable } from "../../building/building-queries";
import type { RuleInput, RuleOverlap } from "../measuring-contract";
import { askerOf } from "./asker-of";
import { type PreparedQuestion, prepareQuestion } from "./prepare-question";

interface PreparedOverlap {
  readonly rule: PreparedQuestion;
  readonly others: readonly {
    readonly id: string;
    readonly title: string;
    readonly version: number;
    readonly question: RuleQuestion;
  }[];
  readonly left: number;
}

/** The rule, and the published segments on the same data that it can be held against. */
export async function prepareOverlap(scope: Scope<"document.read">, input: RuleInput): Promise<PreparedOverlap> {
  const rule = await prepareQuestion(scope, input);
  const all = await listNameable(scope.tx, scope.workspaceId, input);
  const others: PreparedOverlap["others"][number][] = [];
  for (const { id, title, version } of all.slice(0, MOST_SETS - 1)) {
    const node: SegmentNode = { k: "segment", id, label: title, version, op: "in" };
    const rows = [{ id, within: "include", node }];
    const { question, problems } = await prepareQuestion(scope, { ...input, match: "all", rows, pins: [] });
    // One that rests on this segment, or whose rule has broken, has nothing to be held against.
    if (problems.length === 0) others.push({ id, title, version, question });
  }
  return { rule, others, left: Math.max(0, all.length - MOST_SETS + 1) };
}

/** Null of a rule that can't be asked. */
export async function readOverlap(
  { rule: { question, problems }, others, left }: PreparedOverlap,
  signal: AbortSignal | undefined,
): Promise<RuleOverlap | null> {
  if (problems.length > 0) return null;
  const together = {
    ...question,
    segments: new Map([question, ...others.map((one) => one.question)].flatMap(({ segments }) => [...segments])),
  };
  const sets = [question.rule, ...others.map((one) => one.question.rule)];
  const regions = await askOverlap(await askerOf(question.snapshot, signal), together, sets);
  return { others: others.map(({ id, title, version }) => ({ id, title, version })), regions, left };
}
