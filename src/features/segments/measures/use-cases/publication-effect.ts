import { countMovement, listMovement } from "@/features/datasets/measures/member-questions";
import { countMembers } from "@/features/datasets/questions/rule-question";
import { hasRule } from "@/features/datasets/rules/assemble-rule-rules";
import { readDraft } from "@/features/documents/use-cases/read-document";
import type { Scope } from "@/server/access/open-scope";
import { type PreparedQuestion, prepareQuestion } from "../../measuring/use-cases/prepare-question";
import { segmentKind } from "../../segment-kind";
import { maskedId } from "../member-mask-rules";
import type { PublicationEffect } from "../segment-measure-contract";
import { sideOf } from "./measure-segment";
import { publishedRule, ruleOf } from "./published-rule";

const EXAMPLES = 5;

export interface PreparedEffect {
  readonly dataName: string;
  readonly now: PreparedQuestion;
  /** The current version's rule on the same data; null where there is none, or it can't be asked of them. */
  readonly before: { readonly version: number; readonly prepared: PreparedQuestion } | null;
}

/** The draft's rule and the current version's; null where the draft has none. Throws NOT_FOUND. */
export async function prepareEffect(scope: Scope<"draft.read">, documentId: string): Promise<PreparedEffect | null> {
  const reading = scope.also("document.read");
  const { content } = await readDraft(scope, segmentKind, documentId);
  const { data, match, rule, pins } = content;
  if (!data || !hasRule({ match, rows: rule, pins })) return null;
  const where = { documentId, datasetId: data.id, snapshotId: null };
  const now = await prepareQuestion(reading, ruleOf(content, where));
  const current = await publishedRule(reading, documentId);
  if (current?.datasetId !== data.id) return { dataName: data.name, now, before: null };
  const prepared = await prepareQuestion(reading, ruleOf(current.content, where));
  const before = prepared.problems.length === 0 ? { version: current.version, prepared } : null;
  return { dataName: data.name, now, before };
}

/** Who enters and who leaves by publishing the draft, on the newest data. Holds no connection. */
export async function publicationEffect(
  { dataName, now, before }: PreparedEffect,
  signal: AbortSignal | undefined,
): Promise<PublicationEffect> {
  const plain = {
    snapshot: { ...now.snapshot, dataName },
    from: before?.version ?? null,
    problems: now.problems,
    ...{ before: null, now: null, entered: [], left: [], enteredCount: 0, leftCount: 0 },
  };
  if (now.problems.length > 0) return plain;
  const side = await sideOf(now, signal);
  if (!before) return { ...plain, now: await countMembers(side.asker, side.question) };
  const old = await sideOf(before.prepared, signal);
  const movement = await countMovement(old, side);
  const examples = async (which: "entered" | "left") =>
    movement[which] === 0 ? [] : (await listMovement(old, side, which, EXAMPLES)).map(maskedId);
  return {
    ...plain,
    before: movement.before,
    now: movement.now,
    enteredCount: movement.entered,
    leftCount: movement.left,
    entered: await examples("entered"),
    left: await examples("left"),
  };
}
