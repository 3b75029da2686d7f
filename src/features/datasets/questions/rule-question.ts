// What a question about a rule needs, gathered once, so that it can be asked without holding a connection.
import type { Row } from "@/server/duckdb/plain-rows";
import type { Question, QuestionEngine } from "@/server/duckdb/question-engine";
import type { Catalog } from "../catalog-rules";
import type { Rule, RuleTree, SegmentNode } from "../rules/rule-rules";
import type { SnapshotFiles } from "../snapshots/snapshot-files";
import { type CompileContext, Params } from "./compile-condition";
import { compileRule, compileTree } from "./compile-rule";
import { duckdbDialect } from "./dialect";

/** A rule that was found good, with all that it speaks of. */
export interface RuleQuestion {
  readonly rule: Rule;
  readonly snapshot: SnapshotFiles & { readonly asOf: string; readonly customers: number; readonly catalog: Catalog };
  /** Checked rules of the segments that it speaks of, by `segmentKey`, and those that these speak of. */
  readonly segments: ReadonlyMap<string, Rule>;
}

export function segmentKey({ id, version }: Pick<SegmentNode, "id" | "version">): string {
  return `${id}@${version}`;
}

/** One who asks: where, what, and until when. */
export interface Asker {
  readonly engine: QuestionEngine;
  /** The snapshot's database file. */
  readonly file: string;
  readonly signal?: AbortSignal | undefined;
}

/** Compiles and asks. `text` gets the condition on `c` and answers with the whole statement. */
export function askRule(
  asker: Asker,
  question: RuleQuestion,
  text: (condition: string, params: Params) => string,
): Promise<readonly Row[]> {
  return askTogether(asker, question, [question.rule], ([condition = "FALSE"], params) => text(condition, params));
}

/** As `askRule`, for one row or box by itself. */
export function askTree(
  asker: Asker,
  question: RuleQuestion,
  tree: RuleTree,
  text: (condition: string, params: Params) => string,
): Promise<readonly Row[]> {
  return askTogether(asker, question, [tree], ([condition = "FALSE"], params) => text(condition, params));
}

/** As `askRule`, for several rules, rows and boxes in one statement; `text` gets a condition for each. */
export async function askTogether(
  asker: Asker,
  question: RuleQuestion,
  asked: readonly (Rule | RuleTree)[],
  text: (conditions: readonly string[], params: Params) => string,
): Promise<readonly Row[]> {
  const trees = asked.flatMap((one) => ("include" in one ? [...one.include, ...one.exclude] : [one]));
  const context = await contextOf(asker, question, trees);
  const params = new Params(duckdbDialect);
  const conditions = asked.map((one) =>
    "include" in one ? compileRule(one, params, context) : compileTree(one, params, context),
  );
  return ask(asker, text(conditions, params), params);
}

/**
 * The condition of a rule for a statement about several snapshots: `name` is that of the asker's file in the question, and
 * the parameters are the statement's.
 */
export async function conditionOf(asker: Asker, question: RuleQuestion, params: Params, name: string): Promise<string> {
  const { rule } = question;
  const context = await contextOf(asker, question, [...rule.include, ...rule.exclude]);
  return compileRule(rule, params, context).replaceAll("{events}", `{${name}}.events`);
}

/** Asks a statement about the snapshot: {customers} and {events} stand for its tables. */
export function ask({ engine, file, signal }: Asker, sql: string, params?: Params): Promise<readonly Row[]> {
  const text = sql.replaceAll("{customers}", "{data}.customers").replaceAll("{events}", "{data}.events");
  const question: Question = { sql: text, params: params?.list ?? [], files: { data: file } };
  return engine.ask(question, signal);
}

async function contextOf(asker: Asker, question: RuleQuestion, trees: readonly RuleTree[]): Promise<CompileContext> {
  const { snapshot, segments } = question;
  const cuts = await cutsOf(asker, [
    ...trees,
    ...[...segments.values()].flatMap((rule) => [...rule.include, ...rule.exclude]),
  ]);
  return {
    dialect: duckdbDialect,
    asOf: snapshot.asOf,
    cutOf: (trait, side, percent) => cuts.get(`${trait} ${side} ${percent}`) ?? null,
    segmentRule: (node) => segments.get(segmentKey(node)) ?? null,
    orderColumn: snapshot.catalog.events?.order ?? null,
  };
}

/** The cuts that the trees speak of, as values that occur: so many percent of those known lie on their side. */
async function cutsOf(asker: Asker, trees: readonly RuleTree[]): Promise<ReadonlyMap<string, number>> {
  const cuts = new Map<string, number>();
  for (const { node } of trees.flatMap(leavesOf)) {
    if (node.k !== "trait" || (node.op !== "top-percent" && node.op !== "bottom-percent")) continue;
    const side = node.op === "top-percent" ? "top" : "bottom";
    const cut = duckdbDialect.cut(duckdbDialect.column("c", node.trait), side, Number(node.value));
    const [row] = await ask(asker, `SELECT ${cut} AS cut FROM {customers} c`);
    if (typeof row?.cut === "number") cuts.set(`${node.trait} ${side} ${node.value}`, row.cut);
  }
  return cuts;
}

function leavesOf(tree: RuleTree): readonly Exclude<RuleTree, { items: unknown }>[] {
  return "items" in tree ? tree.items.flatMap(leavesOf) : [tree];
}

/** How many customers belong. */
export async function countMembers(asker: Asker, question: RuleQuestion): Promise<number> {
  const [row] = await askRule(
    asker,
    question,
    (condition) => `SELECT count(*) AS n FROM {customers} c WHERE ${condition}`,
  );
  return Number(row?.n ?? 0);
}
