// Single customers: some who belong, and one whom somebody asks about.
import type { PlainValue, Row } from "@/server/duckdb/plain-rows";
import type { Trait } from "../catalog-rules";
import type { Rule, RuleTree } from "../rules/rule-rules";
import type { SeenCustomer } from "./answer-contract";
import { duckdbDialect } from "./dialect";
import { withBoxed } from "./row-counts";
import { type Asker, askTogether, type RuleQuestion } from "./rule-question";

const SAMPLE = 20;
const MASK = "•••";

interface Looking {
  /** Traits that are shown. */
  readonly traits: readonly Trait[];
  /** May see personal values, and who it is. */
  readonly maySeePersonal: boolean;
}

/** Up to twenty members, chosen by their keys: always the same ones of the same data, and no order of the file. */
export async function readSample(
  asker: Asker,
  question: RuleQuestion,
  looking: Looking,
): Promise<readonly SeenCustomer[]> {
  return look(asker, question, looking, ([belongs]) => `${belongs} ORDER BY hash(c._key), c._key LIMIT ${SAMPLE}`);
}

/** The customer with this id, whether or not they belong; null when there is none. */
export async function readCustomer(
  asker: Asker,
  question: RuleQuestion,
  looking: Looking,
  id: string,
): Promise<SeenCustomer | null> {
  const [found] = await look(asker, question, looking, (_, add) => `c._id = ${add(id)} LIMIT 1`);
  return found ?? null;
}

async function look(
  asker: Asker,
  question: RuleQuestion,
  { traits, maySeePersonal }: Looking,
  where: (conditions: readonly string[], add: (text: string) => string) => string,
): Promise<readonly SeenCustomer[]> {
  const { rule } = question;
  const trees = [...rule.include, ...rule.exclude].flatMap(withBoxed);
  const asked: readonly (Rule | RuleTree)[] = [rule, ...trees];
  const seen = traits.filter(({ isPersonal }) => maySeePersonal || !isPersonal);
  const rows = await askTogether(asker, question, asked, (conditions, params) => {
    const columns = [
      ...conditions.map((condition, place) => `(${condition}) IS TRUE AS f${place}`),
      ...seen.map(({ id }, place) => `${duckdbDialect.column("c", id)} AS v${place}`),
    ];
    const from = where(conditions, (text) => params.add("text", text));
    return `SELECT c._id AS id, c._key::VARCHAR AS customer_key, ${columns.join(", ")} FROM {customers} c WHERE ${from}`;
  });
  return rows.map((row) => ({
    id: maySeePersonal ? String(row.id) : null,
    key: maySeePersonal ? String(row.customer_key) : null,
    values: Object.fromEntries(
      traits.map((trait) => {
        const place = seen.indexOf(trait);
        return [trait.id, place < 0 ? MASK : textOf(row[`v${place}`])];
      }),
    ),
    fits: trees.flatMap(({ id }, place) => (isTrue(row, place + 1) ? [id] : [])),
    belongs: isTrue(row, 0),
  }));
}

function isTrue(row: Row, place: number): boolean {
  return row[`f${place}`] === true;
}

function textOf(value: PlainValue | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean") return value ? "yes" : "no";
  return Array.isArray(value) ? value.map(textOf).join(", ") : String(value).slice(0, 200);
}
