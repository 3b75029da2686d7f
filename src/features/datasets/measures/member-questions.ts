// Questions about the members of a group: how they are made up, and who came and went between snapshots.
import type { Question } from "@/server/duckdb/question-engine";
import { Params } from "../questions/compile-condition";
import { duckdbDialect } from "../questions/dialect";
import { type Asker, ask, askRule, conditionOf, type RuleQuestion } from "../questions/rule-question";
import {
  type BinnedTrait,
  edgesOf,
  LEAST_IN_BIN,
  type MemberProfile,
  MOST_VALUES,
  picturedTraits,
  type TraitBins,
  type TraitPicture,
  type TypicalValues,
} from "./profile-rules";

const column = (id: string) => duckdbDialect.column("c", id);

/** A trait as what is binned: numbers as they are, days and moments as days before the snapshot's day. */
function figureOf({ id, type }: Pick<BinnedTrait, "id" | "type">, asOf: string): string {
  if (type === "date" || type === "time") return `date_diff('day', ${column(id)}::DATE, DATE '${asOf}')::DOUBLE`;
  return type === "number" ? column(id) : `${column(id)}::VARCHAR`;
}

const isOrdered = ({ type }: Pick<BinnedTrait, "type">) => type === "number" || type === "date" || type === "time";

/** Chooses bins by the members: deciles of what has an order, the most frequent values of the rest. */
export async function chooseBins(asker: Asker, question: RuleQuestion): Promise<readonly BinnedTrait[]> {
  const { catalog, customers, asOf } = question.snapshot;
  const traits = picturedTraits(catalog.traits, customers);
  const ordered = traits.filter(isOrdered);
  const edges = new Map<string, readonly number[]>();
  if (ordered.length > 0) {
    const tenths = "[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]";
    const asked = ordered.map((trait, place) => `quantile_disc(${figureOf(trait, asOf)}, ${tenths}) AS t${place}`);
    const [row] = await askRule(
      asker,
      question,
      (condition) => `SELECT ${asked.join(", ")} FROM {customers} c WHERE ${condition}`,
    );
    ordered.forEach((trait, place) => {
      const values = row?.[`t${place}`];
      edges.set(trait.id, edgesOf(Array.isArray(values) ? values.map((value) => value as number | null) : []));
    });
  }
  const values = new Map<string, readonly string[]>();
  for (const trait of traits.filter((one) => one.type === "text")) {
    const name = figureOf(trait, asOf);
    const rows = await askRule(
      asker,
      question,
      (condition) => `SELECT ${name} AS value, count(*) AS n FROM {customers} c
        WHERE (${condition}) AND ${name} IS NOT NULL
        GROUP BY value HAVING n >= ${LEAST_IN_BIN} ORDER BY n DESC, value LIMIT ${MOST_VALUES}`,
    );
    values.set(
      trait.id,
      rows.map(({ value }) => String(value)),
    );
  }
  return traits.map(({ id, label, type, group, unit }) => {
    const bins: TraitBins = isOrdered({ type })
      ? { kind: type === "number" ? "numbers" : "days", edges: edges.get(id) ?? [] }
      : { kind: "values", values: type === "flag" ? ["true", "false"] : (values.get(id) ?? []) };
    return { id, label, type, group, unit, bins };
  });
}

interface Counted {
  readonly count: number;
  readonly bins: ReadonlyMap<string, readonly number[]>;
}

/** How many members there are in all and in each bin, in one scan; traits that the data don't have (any more) are left out. */
export async function countBins(
  asker: Asker,
  question: RuleQuestion,
  traits: readonly BinnedTrait[],
): Promise<Counted> {
  return counted(question, traits, (select) =>
    askRule(asker, question, (condition, params) => `SELECT ${select(params)} FROM {customers} c WHERE ${condition}`),
  );
}

/** The same of everybody. */
async function countBase(asker: Asker, question: RuleQuestion, traits: readonly BinnedTrait[]): Promise<Counted> {
  const params = new Params(duckdbDialect);
  return counted(question, traits, (select) => ask(asker, `SELECT ${select(params)} FROM {customers} c`, params));
}

async function counted(
  { snapshot }: RuleQuestion,
  traits: readonly BinnedTrait[],
  askFor: (select: (params: Params) => string) => ReturnType<typeof ask>,
): Promise<Counted> {
  const present = traits.filter(({ id, type }) =>
    snapshot.catalog.traits.some((trait) => trait.id === id && trait.type === type),
  );
  const [row] = await askFor((params) =>
    [
      "count(*) AS n",
      ...present.flatMap((trait, place) => {
        const histogram = histogramOf(trait, snapshot.asOf, params);
        return histogram ? [`map_keys(${histogram}) AS k${place}`, `map_values(${histogram}) AS v${place}`] : [];
      }),
      ...present.map((trait, place) => `count(${column(trait.id)}) AS known${place}`),
    ].join(", "),
  );
  const count = Number(row?.n ?? 0);
  const bins = new Map(
    present.map((trait, place) => {
      const known = Number(row?.[`known${place}`] ?? 0);
      return [trait.id, arranged(trait.bins, row?.[`k${place}`], row?.[`v${place}`], known, count)] as const;
    }),
  );
  return { count, bins };
}

function histogramOf(trait: BinnedTrait, asOf: string, params: Params): string | null {
  const figure = figureOf(trait, asOf);
  if (trait.bins.kind === "values") {
    if (trait.bins.values.length === 0) return null;
    return `histogram_exact(${figure}, ${params.add("texts", trait.bins.values)})`;
  }
  // Numbers of our own counting, never text.
  const edges = trait.bins.edges.map((edge) => `${Number(edge)}::DOUBLE`);
  return edges.length === 0 ? null : `histogram(${figure}, [${edges.join(", ")}])`;
}

/** Counts in the order of the bins: what is known and in none of the others is in the last but one. */
function arranged(bins: TraitBins, keys: unknown, values: unknown, known: number, count: number): readonly number[] {
  const list = (value: unknown) => (Array.isArray(value) ? value : []);
  const byKey = new Map(list(keys).map((key, place) => [String(key), Number(list(values)[place] ?? 0)] as const));
  const named = bins.kind === "values" ? bins.values : bins.edges.map(String);
  const counts = named.map((name) => byKey.get(name) ?? 0);
  const sum = counts.reduce((total, one) => total + one, 0);
  return [...counts, Math.max(known - sum, 0), count - known];
}

/** The picture of the members in these bins, without everybody. */
export function pictureOf(
  traits: readonly BinnedTrait[],
  members: ReadonlyMap<string, readonly number[]>,
): MemberProfile {
  return {
    traits: traits.flatMap((trait): readonly TraitPicture[] => {
      const counts = members.get(trait.id);
      return counts ? [{ ...trait, members: counts, base: null, typical: null }] : [];
    }),
  };
}

/** Adds everybody and what is typical of numbers, which takes longer than the count. */
export async function completePicture(
  asker: Asker,
  question: RuleQuestion,
  profile: MemberProfile,
): Promise<MemberProfile> {
  const base = await countBase(asker, question, profile.traits);
  const numbers = profile.traits.filter(({ type }) => type === "number");
  const typical = new Map<string, TypicalValues>();
  if (numbers.length > 0) {
    const asked = numbers.map(
      ({ id }, place) => `quantile_disc(${column(id)}, [0.1, 0.25, 0.5, 0.75, 0.9]) AS t${place}`,
    );
    const [row] = await askRule(
      asker,
      question,
      (condition) => `SELECT ${asked.join(", ")} FROM {customers} c WHERE ${condition}`,
    );
    numbers.forEach(({ id }, place) => {
      const values = row?.[`t${place}`];
      if (!Array.isArray(values) || values.length !== 5 || values.some((value) => typeof value !== "number")) return;
      const [p10 = 0, p25 = 0, median = 0, p75 = 0, p90 = 0] = values as readonly number[];
      typical.set(id, { p10, p25, median, p75, p90 });
    });
  }
  return {
    traits: profile.traits.map((trait) => ({
      ...trait,
      base: base.bins.get(trait.id) ?? null,
      typical: typical.get(trait.id) ?? null,
    })),
  };
}

/** One rule on one snapshot, where several are spoken of. */
export interface Side {
  readonly asker: Asker;
  readonly question: RuleQuestion;
}

/**
 * A statement about the members of one side or two, with its parameters: `a` and `b` are tables of their members with `_id`
 * and `_key`, and {a_data} and {b_data} stand for their snapshots.
 */
export async function boundQuestion(sides: readonly Side[], text: string): Promise<Question> {
  const params = new Params(duckdbDialect);
  const tables: string[] = [];
  const files: Record<string, string> = {};
  for (const [place, { asker, question }] of sides.entries()) {
    const name = place === 0 ? "a" : "b";
    const condition = await conditionOf(asker, question, params, `${name}_data`);
    tables.push(`${name} AS MATERIALIZED (SELECT c._id, c._key FROM {${name}_data}.customers c WHERE ${condition})`);
    files[`${name}_data`] = asker.file;
  }
  return { sql: `WITH ${tables.join(", ")} ${text}`, params: params.list, files };
}

/** Asks a statement about the members of two sides, as `boundQuestion` says. */
export async function askBoth(a: Side, b: Side, text: string): ReturnType<typeof ask> {
  return a.asker.engine.ask(await boundQuestion([a, b], text), b.asker.signal);
}

export interface Movement {
  readonly before: number;
  readonly now: number;
  readonly entered: number;
  readonly left: number;
}

/** How many members came and went from `a` to `b`. */
export async function countMovement(a: Side, b: Side): Promise<Movement> {
  const [row] = await askBoth(
    a,
    b,
    `SELECT (SELECT count(*) FROM a) AS before, (SELECT count(*) FROM b) AS now,
            (SELECT count(*) FROM a SEMI JOIN b USING (_key)) AS stayed`,
  );
  const [before, now, stayed] = [Number(row?.before ?? 0), Number(row?.now ?? 0), Number(row?.stayed ?? 0)];
  return { before, now, entered: now - stayed, left: before - stayed };
}

/** Ids of those who came or went, in the order of their keys, which says nothing of them. */
export async function listMovement(
  a: Side,
  b: Side,
  side: "entered" | "left",
  limit: number,
): Promise<readonly string[]> {
  const [from, without] = side === "entered" ? ["b", "a"] : ["a", "b"];
  const rows = await askBoth(
    a,
    b,
    `SELECT _id FROM ${from} ANTI JOIN ${without} USING (_key) ORDER BY _key LIMIT ${Math.trunc(limit)}`,
  );
  return rows.map((row) => String(row._id));
}
