import { type RuleQuestion, segmentKey } from "@/features/datasets/questions/rule-question";
import { assembleRule } from "@/features/datasets/rules/assemble-rule-rules";
import { catalogProblems } from "@/features/datasets/rules/rule-check-rules";
import type { Rule, RuleProblem, RuleTree, SegmentNode } from "@/features/datasets/rules/rule-rules";
import { readSnapshot } from "@/features/datasets/use-cases/read-snapshot";
import { readDocument, readVersion } from "@/features/documents/use-cases/read-document";
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { segmentKind } from "../../segment-kind";
import type { SegmentContent } from "../../segment-rules";
import type { LocalSnapshot, RuleInput } from "../measuring-contract";

/** Segments may rest on segments so many deep, and on so many in all. */
const DEEPEST = 5;
const MOST_SEGMENTS = 50;

export interface PreparedQuestion {
  readonly snapshot: LocalSnapshot;
  readonly question: RuleQuestion;
  /** Not empty: the question may not be asked, and nobody belongs. */
  readonly problems: readonly RuleProblem[];
}

/** All that a rule speaks of, checked. Throws NOT_FOUND when its data are gone, and when the segment is. */
export async function prepareQuestion(
  scope: Scope<"document.read">,
  input: Omit<RuleInput, "workspaceId">,
): Promise<PreparedQuestion> {
  await readDocument(scope, segmentKind, input.documentId);
  const snapshot = await readSnapshot(scope, input);
  const { rule, problems: formal } = assembleRule(input);
  const problems = [...formal, ...catalogProblems(rule, snapshot.catalog)];
  const segments = new Map<string, Rule>();
  const gather = async (trees: readonly RuleTree[], path: readonly string[], rowOf: (rowId: string) => string) => {
    for (const { id, node } of trees.flatMap(segmentLeaves)) {
      const rowId = rowOf(id);
      const say = (sentence: string) => problems.push({ rowId, sentence });
      if (path.includes(node.id)) {
        say(`“${node.label}” rests on this segment itself.`);
        continue;
      }
      if (path.length > DEEPEST || segments.size >= MOST_SEGMENTS) {
        say("Too many segments rest on one another here.");
        continue;
      }
      if (segments.has(segmentKey(node))) continue;
      const content = await publishedContent(scope, node);
      if (!content) {
        say(`“${node.label}” has no such published version any more.`);
        continue;
      }
      if (content.data?.id !== input.datasetId) {
        say(`“${content.title}” is measured on other customer data.`);
        continue;
      }
      const inner = assembleRule({ match: content.match, rows: content.rule, pins: content.pins });
      const wrong = [...inner.problems, ...catalogProblems(inner.rule, snapshot.catalog)][0];
      if (wrong) {
        say(`“${content.title}” can’t be measured: ${wrong.sentence}`);
        continue;
      }
      segments.set(segmentKey(node), inner.rule);
      await gather([...inner.rule.include, ...inner.rule.exclude], [...path, node.id], () => rowId);
    }
  };
  await gather([...rule.include, ...rule.exclude], [input.documentId], (rowId) => rowId);
  const { id, number, asOf, timeZone, customers, revision, catalog, events } = snapshot;
  return {
    snapshot: { id, number, asOf, timeZone, customers },
    problems,
    question: {
      rule,
      segments,
      snapshot: { workspaceId: scope.workspaceId, id, revision, hasEvents: events > 0, asOf, customers, catalog },
    },
  };
}

function segmentLeaves(tree: RuleTree): readonly { readonly id: string; readonly node: SegmentNode }[] {
  if ("items" in tree) return tree.items.flatMap(segmentLeaves);
  return tree.node.k === "segment" ? [{ id: tree.id, node: tree.node }] : [];
}

/** The version's content; null when there is none, or none any more. */
async function publishedContent(
  scope: Scope<"document.read">,
  { id, version }: SegmentNode,
): Promise<SegmentContent | null> {
  try {
    if (version !== "newest")
      return (await readVersion(scope, segmentKind, { documentId: id, number: version })).content;
    return (await readDocument(scope, segmentKind, id)).published?.content ?? null;
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  }
}
