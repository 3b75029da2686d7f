// The sample that groups are looked for in, as arrays. Read in pieces, so that no answer keeps the process from others.
import { Params } from "../../questions/compile-condition";
import { duckdbDialect } from "../../questions/dialect";
import { type Asker, ask } from "../../questions/rule-question";
import { daysAgoSql } from "../days-ago-sql";
import { type FeatureColumn, FLAG_WORDS } from "../grouping/feature-column";
import { type FeatureKind, kindOf } from "../grouping/feature-rules";
import { codeSql } from "../grouping/nearest-sql";
import { nameOf, type TraitName } from "../role-trait-rules";
import type { Ground } from "./look-at-data";

/** People looked at, at most: more take longer and find the same. */
const SAMPLE = 10_000;
const PIECE = 1_500;
const MOST_WORDS = 8;

/** Of the customers those whose key is low: keys are hashes of ids, so that it is the same people in every snapshot. */
export function sampleSql({ snapshot }: Pick<Ground, "snapshot">): string {
  if (snapshot.customers <= SAMPLE) return "TRUE";
  const share = BigInt(Math.floor((SAMPLE / snapshot.customers) * 1e9));
  return `c._key < ${(2n ** 64n * share) / 1_000_000_000n}::UBIGINT`;
}

interface Feature {
  readonly trait: TraitName;
  readonly kind: FeatureKind;
  readonly words: readonly string[];
}

/** The traits' values of the sample's people, in the order of the data. */
export async function readColumns(
  ground: Ground,
  asker: Asker,
  traitIds: readonly string[],
  onShare: (share: number) => void,
): Promise<{ readonly columns: readonly FeatureColumn[]; readonly rows: number }> {
  const among = sampleSql(ground);
  const features = await Promise.all(
    traitIds.map(async (id): Promise<Feature> => {
      const trait = ground.traits.find((one) => one.id === id);
      const kind = trait && kindOf(trait);
      if (!trait || !kind) throw new Error("a feature is of the catalog");
      const words = kind === "words" ? await topWords(asker, id, among) : kind === "flag" ? FLAG_WORDS : [];
      return { trait: nameOf(trait), kind, words };
    }),
  );
  const pieces: (readonly (readonly number[])[])[] = [];
  const expected = Math.min(SAMPLE, ground.snapshot.customers);
  let [after, rows] = [-1, 0];
  for (;;) {
    const piece = await readPiece(ground, asker, features, { among, after });
    pieces.push(piece.values);
    rows += piece.rows;
    onShare(Math.min(1, rows / expected));
    if (piece.rows < PIECE) break;
    after = piece.last;
  }
  const columns = features.map(({ trait, kind, words }, at): FeatureColumn => {
    const all = pieces.flatMap((piece) => piece[at] ?? []);
    if (kind === "number" || kind === "days") return { trait, kind, values: Float64Array.from(all) };
    // Unknown comes after all others.
    return { trait, kind, words, codes: Int16Array.from(all, (code) => (code > words.length ? -1 : code)) };
  });
  return { columns, rows };
}

async function topWords(asker: Asker, id: string, among: string): Promise<readonly string[]> {
  const column = duckdbDialect.column("c", id);
  const rows = await ask(
    asker,
    `SELECT ${column} AS word FROM {customers} c WHERE ${column} IS NOT NULL AND ${among}
     GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ${MOST_WORDS}`,
  );
  return rows.map(({ word }) => String(word));
}

/** Each feature as one list, so that a piece is one row. */
async function readPiece(
  { data }: Ground,
  asker: Asker,
  features: readonly Feature[],
  { among, after }: { readonly among: string; readonly after: number },
) {
  const params = new Params(duckdbDialect);
  const columns = features.map(({ trait, kind, words }, at) => {
    const column = duckdbDialect.column("c", trait.id);
    if (kind === "number") return `${column} AS f${at}`;
    if (kind === "days") return `${daysAgoSql(trait, () => params.add("day", data.asOf))} AS f${at}`;
    return `${codeSql(column, kind, words, params)} AS f${at}`;
  });
  const lists = features.map((_, at) => `list(f${at} ORDER BY _row) AS f${at}`);
  const [row] = await ask(
    asker,
    `SELECT count(*) AS rows, max(_row) AS last, ${lists.join(", ")} FROM (
       SELECT c._row, ${columns.join(", ")} FROM {customers} c WHERE ${among} AND c._row > ${after}
       ORDER BY c._row LIMIT ${PIECE})`,
    params,
  );
  return {
    rows: Number(row?.rows ?? 0),
    last: Number(row?.last ?? 0),
    values: features.map((_, at) => {
      const list = row?.[`f${at}`];
      return Array.isArray(list) ? list.map((value) => (value === null ? Number.NaN : Number(value))) : [];
    }),
  };
}
