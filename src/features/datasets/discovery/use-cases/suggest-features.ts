import type { Trait } from "../../catalog-rules";
import { Params } from "../../questions/compile-condition";
import { duckdbDialect } from "../../questions/dialect";
import { type Asker, ask } from "../../questions/rule-question";
import { daysAgoSql } from "../days-ago-sql";
import type { FeatureChoice, FeaturesAnswer } from "../discovery-contract";
import {
  type FeatureKind,
  featureProblem,
  kindOf,
  MOST_ALIKE,
  MOST_SUGGESTED,
  suggestionOrder,
} from "../grouping/feature-rules";
import { nameOf } from "../role-trait-rules";
import { askerOf, type Ground } from "./look-at-data";
import { sampleSql } from "./read-columns";

const MOST_TRAITS = 80;
const MOST_COMPARED = 24;

interface Candidate {
  readonly trait: Trait;
  readonly kind: FeatureKind;
  readonly problem: string | null;
}

/** Traits that groups can be found by; of numbers that say the same the first is suggested. */
export async function suggestFeatures(ground: Ground, signal: AbortSignal | undefined): Promise<FeaturesAnswer> {
  const asker = await askerOf(ground, signal);
  const traits = suggestionOrder(ground.traits).flatMap((trait) => {
    const kind = kindOf(trait);
    return kind ? [{ trait, kind }] : [];
  });
  const candidates = await lookAt(ground, asker, traits.slice(0, MOST_TRAITS));
  const good = candidates.filter(({ problem }) => problem === null);
  const alike = await compare(ground, asker, good);
  const suggested: Candidate[] = [];
  const choices = candidates.map((candidate): FeatureChoice => {
    const { trait, kind, problem } = candidate;
    const twin = suggested.find((one) => (alike.get(one.trait.id)?.get(trait.id) ?? 0) > MOST_ALIKE);
    const isSuggested = problem === null && !twin && suggested.length < MOST_SUGGESTED;
    if (isSuggested) suggested.push(candidate);
    const because = problem ?? (twin ? `Says nearly the same as “${twin.trait.label}”` : null);
    return { ...nameOf(trait), kind, isSuggested, because };
  });
  return { data: ground.data, features: choices };
}

async function lookAt(
  ground: Ground,
  asker: Asker,
  traits: readonly { readonly trait: Trait; readonly kind: FeatureKind }[],
): Promise<readonly Candidate[]> {
  if (traits.length === 0) return [];
  const columns = traits.map(({ trait }, at) => {
    const column = duckdbDialect.column("c", trait.id);
    return `count(${column}) AS known${at}, count(DISTINCT ${column}) AS distinct${at}`;
  });
  const [row] = await ask(
    asker,
    `SELECT count(*) AS n, ${columns.join(", ")} FROM {customers} c WHERE ${sampleSql(ground)}`,
  );
  const all = Math.max(1, Number(row?.n ?? 0));
  return traits.map(({ trait, kind }, at) => {
    const count = Number(row?.[`known${at}`] ?? 0);
    const facts = { known: count / all, distinct: Number(row?.[`distinct${at}`] ?? 0), count };
    return { trait, kind, problem: featureProblem(trait, kind, facts) };
  });
}

/** How alike numbers are, from 0 to 1, by the one that comes first and the other. */
async function compare(ground: Ground, asker: Asker, candidates: readonly Candidate[]) {
  const alike = new Map<string, Map<string, number>>();
  const numbers = candidates.filter(({ kind }) => kind === "number" || kind === "days").slice(0, MOST_COMPARED);
  if (numbers.length < 2) return alike;
  const params = new Params(duckdbDialect);
  const asOf = params.add("day", ground.data.asOf);
  const figureOf = ({ trait, kind }: Candidate) =>
    kind === "days" ? daysAgoSql(nameOf(trait), () => asOf) : duckdbDialect.column("c", trait.id);
  const pairs = numbers.flatMap((a, at) => numbers.slice(at + 1).map((b) => [a, b] as const));
  const figures = pairs.map(([a, b], at) => `corr(${figureOf(a)}, ${figureOf(b)}) AS r${at}`);
  // The day is used by one that has no days as well, since each parameter must be.
  const [row] = await ask(
    asker,
    `SELECT ${asOf} AS day, ${figures.join(", ")} FROM {customers} c WHERE ${sampleSql(ground)}`,
    params,
  );
  pairs.forEach(([a, b], at) => {
    const inner = alike.get(a.trait.id) ?? new Map<string, number>();
    inner.set(b.trait.id, Math.abs(Number(row?.[`r${at}`] ?? 0)));
    alike.set(a.trait.id, inner);
  });
  return alike;
}
