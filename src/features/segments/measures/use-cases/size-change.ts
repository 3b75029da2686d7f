import { askBoth, countMovement, listMovement, type Side } from "@/features/datasets/measures/member-questions";
import { snapshotBefore } from "@/features/datasets/measures/use-cases/keep-measure";
import { readPoints, refuseUnknownSnapshot } from "@/features/datasets/measures/use-cases/read-measures";
import type { RuleQuestion } from "@/features/datasets/questions/rule-question";
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { type PreparedQuestion, prepareQuestion } from "../../measuring/use-cases/prepare-question";
import { maskedId } from "../member-mask-rules";
import type { MovedMembers, MovedMembersInput, SizeChange, SizeChangeInput } from "../segment-measure-contract";
import { sizeChangeSentence } from "../size-change-rules";
import { sideOf } from "./measure-segment";
import { type PublishedRule, publishedRule, ruleOf } from "./published-rule";

const LISTED = 200;

/** The old rule on the old and the new data, and the new rule on the new ones. */
export interface PreparedChange {
  readonly oldOnOld: PreparedQuestion;
  readonly oldOnNew: PreparedQuestion;
  /** Null where the rule is the same. */
  readonly newOnNew: PreparedQuestion | null;
  readonly versions: { readonly from: number; readonly to: number };
}

export interface PreparedMovement {
  readonly before: PreparedQuestion;
  readonly now: PreparedQuestion;
}

/**
 * What a measure is compared with: the measure before it in the segment's history, which may be of an earlier version, of
 * the same data or of those before. Null where nothing was measured before, or other data were. Throws NOT_FOUND, also
 * where data are gone, and INVALID where a rule can't be asked any more.
 */
export async function prepareChange(
  scope: Scope<"draft.read">,
  { documentId, version, snapshotId }: Omit<SizeChangeInput, "workspaceId">,
): Promise<PreparedChange | null> {
  const reading = scope.also("document.read");
  const now = await publishedRule(reading, documentId, version);
  await refuseUnknownSnapshot(reading, snapshotId);
  const points = (await readPoints(reading, documentId)).filter(({ count }) => count !== null);
  const at = points.findIndex((point) => point.version === version && point.snapshot.id === snapshotId);
  const [to, from] = [points[at], points[at - 1]];
  if (!now || !to || !from) return null;
  const before = from.version === to.version ? now : await publishedRule(reading, documentId, from.version);
  if (before?.datasetId !== now.datasetId) return null;
  const ask = (rule: PublishedRule, snapshot: string) => askable(reading, rule, snapshot);
  return {
    oldOnOld: await ask(before, from.snapshot.id),
    oldOnNew: await ask(before, to.snapshot.id),
    newOnNew: before === now ? null : await ask(now, to.snapshot.id),
    versions: { from: from.version, to: to.version },
  };
}

/** Throws INVALID with the first problem. */
async function askable(
  scope: Scope<"document.read">,
  { documentId, datasetId, content }: PublishedRule,
  snapshotId: string,
): Promise<PreparedQuestion> {
  const prepared = await prepareQuestion(scope, ruleOf(content, { documentId, datasetId, snapshotId }));
  const [problem] = prepared.problems;
  if (problem) throw new AppError("INVALID", `The rule can’t be asked of these data: ${problem.sentence}`);
  return prepared;
}

/**
 * Splits a change of size by asking again: the old rule of the new data, the new rule of the new data, the old data as of
 * the new day, and only of those who are in both.
 */
export async function explainChange(
  { oldOnOld, oldOnNew, newOnNew, versions }: PreparedChange,
  signal: AbortSignal | undefined,
): Promise<SizeChange> {
  const [old, fresh] = [await sideOf(oldOnOld, signal), await sideOf(oldOnNew, signal)];
  const isSameData = oldOnOld.snapshot.id === oldOnNew.snapshot.id;
  const aged: Side = { ...old, question: asOf(old.question, oldOnNew.snapshot.asOf) };
  const [row] = await askBoth(
    old,
    fresh,
    `SELECT (SELECT count(*) FROM a) AS before, (SELECT count(*) FROM b) AS now,
            (SELECT count(*) FROM a ANTI JOIN {b_data}.customers USING (_key)) AS gone,
            (SELECT count(*) FROM b ANTI JOIN {a_data}.customers USING (_key)) AS added`,
  );
  const figures = {
    before: Number(row?.before),
    now: Number(row?.now),
    gone: Number(row?.gone),
    added: Number(row?.added),
  };
  const [agedRow] = isSameData
    ? [undefined]
    : await askBoth(aged, fresh, "SELECT (SELECT count(*) FROM a SEMI JOIN {b_data}.customers USING (_key)) AS stayed");
  const stayedBefore = figures.before - figures.gone;
  const stayedAged = isSameData ? stayedBefore : Number(agedRow?.stayed);
  const stayedNow = figures.now - figures.added;
  const now = newOnNew ? (await countMovement(fresh, await sideOf(newOnNew, signal))).now : figures.now;
  const parts: SizeChange["parts"] = [
    { cause: "new-customers", change: figures.added },
    { cause: "gone-customers", change: -figures.gone },
    { cause: "time", change: stayedAged - stayedBefore },
    { cause: "traits", change: stayedNow - stayedAged },
    ...(newOnNew ? [{ cause: "rule" as const, change: now - figures.now }] : []),
  ];
  const end = (version: number, { snapshot }: PreparedQuestion) => ({
    version,
    snapshotNumber: snapshot.number,
    asOf: snapshot.asOf,
  });
  const change = {
    from: end(versions.from, oldOnOld),
    to: end(versions.to, newOnNew ?? oldOnNew),
    before: figures.before,
    now,
    parts: parts.map(({ cause, change }) => ({ cause, change: change === 0 ? 0 : change })),
  };
  return { ...change, sentence: sizeChangeSentence(change) };
}

/** The same question as if the data were of another day. */
function asOf(question: RuleQuestion, day: string): RuleQuestion {
  return { ...question, snapshot: { ...question.snapshot, asOf: day } };
}

/** One rule on a snapshot and on the one before it; null where there is no rule or no snapshot before. Throws NOT_FOUND. */
export async function prepareMovement(
  scope: Scope<"draft.read">,
  { documentId, version, snapshotId }: Omit<MovedMembersInput, "workspaceId" | "side">,
): Promise<PreparedMovement | null> {
  const reading = scope.also("document.read");
  const rule = await publishedRule(reading, documentId, version);
  await refuseUnknownSnapshot(reading, snapshotId);
  if (!rule) return null;
  const now = await askable(reading, rule, snapshotId);
  const earlier = await snapshotBefore(reading, { datasetId: rule.datasetId, number: now.snapshot.number });
  return earlier ? { before: await askable(reading, rule, earlier), now } : null;
}

/** Who came or went since the snapshot before, masked. */
export async function movedMembers(
  { before, now }: PreparedMovement,
  side: "entered" | "left",
  signal: AbortSignal | undefined,
): Promise<MovedMembers> {
  const [old, fresh] = [await sideOf(before, signal), await sideOf(now, signal)];
  const movement = await countMovement(old, fresh);
  const members = await listMovement(old, fresh, side, LISTED);
  return { count: movement[side], members: members.map(maskedId) };
}
