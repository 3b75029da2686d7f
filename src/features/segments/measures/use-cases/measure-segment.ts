import { driftOf } from "@/features/datasets/measures/drift-rules";
import type { GoodMeasure, Measure } from "@/features/datasets/measures/measure-contract";
import {
  chooseBins,
  completePicture,
  countBins,
  countMovement,
  pictureOf,
  type Side,
} from "@/features/datasets/measures/member-questions";
import {
  snapshotBefore,
  storeMeasure,
  storePicture,
  storeProblem,
} from "@/features/datasets/measures/use-cases/keep-measure";
import { readMeasure, readVersionMeasures } from "@/features/datasets/measures/use-cases/read-measures";
import { appQuestions, openSnapshot } from "@/features/datasets/snapshots/snapshot-files";
import { readSnapshot } from "@/features/datasets/use-cases/read-snapshot";
import { announceChange } from "@/features/documents/drafts/use-cases/announce-change";
import { markDrift, unmarkDrift } from "@/features/documents/marks/use-cases/mark-drift";
import { notify } from "@/features/notifications/use-cases/notify";
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { type PreparedQuestion, prepareQuestion } from "../../measuring/use-cases/prepare-question";
import { foundRule, type PublishedRule, ruleOf } from "./published-rule";

/** Runs work in a short transaction of somebody who may read: no connection is held while the data are asked. */
export type InScope = <T>(work: (scope: Scope<"document.read">) => Promise<T>) => Promise<T>;

export interface Asked {
  readonly documentId: string;
  /** The newest snapshot of the segment's data where none is named. */
  readonly snapshotId: string | null;
  /** Measured although it was before. */
  readonly isAgain?: boolean;
}

interface Facts {
  readonly rule: PublishedRule;
  readonly now: PreparedQuestion;
  /** The same rule on the snapshot before; null where there is none or it can't be asked of it. */
  readonly before: PreparedQuestion | null;
  readonly first: Measure | null;
}

/** What is to be completed once the counts are there. */
export interface Completion {
  readonly facts: Facts;
  readonly result: GoodMeasure;
}

/**
 * Measures the segment's current version on a snapshot, holds it against the version's first measure, and marks it and its
 * personas when it has drifted. Null where there is nothing to measure, or it was measured before. Throws what went wrong
 * for no fault of the rule, after keeping it beside the last good result.
 */
export async function measureSegment(inScope: InScope, asked: Asked): Promise<Completion | null> {
  const startedAt = new Date();
  const begun = performance.now();
  const facts = await inScope((scope) => gather(scope, asked));
  if (!facts) return null;
  const { rule, now } = facts;
  const key = { documentId: rule.documentId, version: rule.version, snapshotId: now.snapshot.id };
  const attempt = () => ({ key, startedAt, milliseconds: performance.now() - begun });
  const [problem] = now.problems;
  if (problem) {
    await inScope(async (scope) => {
      await storeProblem(scope, attempt(), { state: "invalid", problem: problem.sentence });
      await announceChange(scope, rule.documentId, "versions");
    });
    return null;
  }
  try {
    const result = await evaluate(facts);
    await inScope((scope) => keep(scope, facts, attempt(), result));
    return { facts, result };
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    const sentence = error instanceof AppError ? error.message : "Something went wrong on our side; it is tried again.";
    await inScope(async (scope) => {
      await storeProblem(scope, attempt(), { state: "failed", problem: sentence });
      await announceChange(scope, rule.documentId, "versions");
    });
    throw error;
  }
}

async function gather(
  scope: Scope<"document.read">,
  { documentId, snapshotId, isAgain }: Asked,
): Promise<Facts | null> {
  const rule = await foundRule(scope, documentId);
  if (!rule?.isCurrent) return null;
  const { datasetId, version } = rule;
  const now = await prepared(scope, rule, snapshotId);
  if (!now) return null;
  const known = await readMeasure(scope, { documentId, version, snapshotId: now.snapshot.id });
  if (known && known.state !== "failed" && !isAgain) return null;
  const earlier = await snapshotBefore(scope, { datasetId, number: now.snapshot.number });
  const before = earlier ? await prepared(scope, rule, earlier) : null;
  const measured = await readVersionMeasures(scope, { documentId, version });
  const first = measured.find((one) => one.isBaseline && one.snapshot.id !== now.snapshot.id) ?? null;
  return { rule, now, before: before && before.problems.length === 0 ? before : null, first };
}

/** Null when the data are gone. */
async function prepared(
  scope: Scope<"document.read">,
  { documentId, datasetId, content }: PublishedRule,
  snapshotId: string | null,
): Promise<PreparedQuestion | null> {
  try {
    return await prepareQuestion(scope, ruleOf(content, { documentId, datasetId, snapshotId }));
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  }
}

/** Ready to be asked. */
export async function sideOf({ question }: Pick<PreparedQuestion, "question">, signal?: AbortSignal): Promise<Side> {
  return { asker: { engine: await appQuestions(), file: await openSnapshot(question.snapshot), signal }, question };
}

async function evaluate({ now, before, first }: Facts): Promise<GoodMeasure> {
  const side = await sideOf(now);
  const bins = first?.profile?.traits ?? (await chooseBins(side.asker, side.question));
  const counted = await countBins(side.asker, side.question, bins);
  const base = now.snapshot.customers;
  const picture = pictureOf(bins, counted.bins);
  const movement = before && (await countMovement(await sideOf(before), side));
  const drift =
    first?.profile && first.count !== null && first.base !== null
      ? driftOf(
          { count: first.count, base: first.base, profile: first.profile },
          { count: counted.count, base, profile: picture },
        )
      : null;
  return {
    count: counted.count,
    base,
    entered: movement?.entered ?? null,
    left: movement?.left ?? null,
    // The first picture is what everything later is held against: it is whole from the beginning.
    profile: first ? picture : await completePicture(side.asker, side.question, picture),
    drift,
    isBaseline: first === null,
  };
}

async function keep(
  scope: Scope<"document.read">,
  { rule, now }: Facts,
  attempt: Parameters<typeof storeMeasure>[1],
  result: GoodMeasure,
): Promise<void> {
  const { documentId } = rule;
  const isFirstTime = (await readMeasure(scope, attempt.key))?.count == null;
  await storeMeasure(scope, attempt, result);
  // A newer version or newer data, which came meanwhile, say themselves what is marked.
  const current = await foundRule(scope, documentId);
  const newest = await readSnapshot(scope, { datasetId: rule.datasetId, snapshotId: null });
  if (current?.version === rule.version && newest.id === now.snapshot.id) {
    if (result.drift?.state === "drifting") await tell(scope, rule, now, result.drift.sentence, isFirstTime);
    else await unmarkDrift(scope, documentId);
  }
  await announceChange(scope, documentId, "versions");
}

/** Marks the segment and its personas, and tells their owners, once for each snapshot. */
async function tell(
  scope: Scope<"document.read">,
  { documentId, title, ownerId }: PublishedRule,
  { snapshot }: PreparedQuestion,
  sentence: string,
  isNew: boolean,
): Promise<void> {
  const name = title || "a segment without a name";
  const resting = await markDrift(scope, { documentId, sentence, restingSentence: `In ${name}: ${sentence}`, isNew });
  if (!isNew) return;
  const said = { sentence, snapshot: snapshot.number };
  await notify(scope, {
    kind: "segment.drifted",
    userIds: [ownerId],
    isActorTold: true,
    subject: { documentId, documentKind: "segment", title, ...said },
  });
  for (const persona of resting) {
    await notify(scope, {
      kind: "segment.drifted",
      userIds: [persona.ownerId],
      isActorTold: true,
      subject: { documentId: persona.id, documentKind: "persona", title: persona.title, segment: name, ...said },
    });
  }
}

/** Adds everybody's picture and what is typical to a measure: later, since the counts don't need them. */
export async function completeMeasure(inScope: InScope, { facts, result }: Completion): Promise<void> {
  if (result.isBaseline) return;
  const { rule, now } = facts;
  const { asker, question } = await sideOf(now);
  const profile = await completePicture(asker, question, result.profile);
  const key = { documentId: rule.documentId, version: rule.version, snapshotId: now.snapshot.id };
  await inScope(async (scope) => {
    await storePicture(scope, key, profile);
    await announceChange(scope, rule.documentId, "versions");
  });
}
