import type { Scope } from "@/server/access/open-scope";
import type { Row } from "@/server/duckdb/plain-rows";
import { type Catalog, traitOf } from "../../catalog-rules";
import { Params } from "../../questions/compile-condition";
import { duckdbDialect } from "../../questions/dialect";
import { ask } from "../../questions/rule-question";
import { appQuestions, openSnapshot } from "../../snapshots/snapshot-files";
import type { FindPersonInput, FoundPerson, FoundRecord } from "../privacy-contract";
import { listKeptSnapshots } from "../privacy-queries";

/** As many people as one search shows; who looks for one person means one. */
const MOST_PEOPLE = 20;

type Kept = Awaited<ReturnType<typeof listKeptSnapshots>>[number];

/** Where to look: everything that is kept. */
export async function placesToLook({ tx, workspaceId }: Scope<"data.export">): Promise<readonly Kept[]> {
  return listKeptSnapshots(tx, workspaceId);
}

/**
 * People whose id, or something personal that is known of them, is the text, without regard to case; with all that every
 * snapshot says of them, newest first. Up to 20.
 */
export async function findPerson(
  places: readonly Kept[],
  { workspaceId, text }: FindPersonInput,
  signal: AbortSignal | undefined,
): Promise<readonly FoundPerson[]> {
  const engine = await appQuestions();
  const people = new Map<string, { id: string; snapshots: FoundRecord[] }>();
  for (const place of places) {
    const file = await openSnapshot({
      workspaceId,
      id: place.id,
      revision: place.revision,
      hasEvents: place.events > 0,
    });
    const catalog = place.catalog as unknown as Catalog;
    const params = new Params(duckdbDialect);
    const sought = params.add("text", text.toLowerCase());
    const personal = catalog.traits.filter(({ isPersonal, type }) => isPersonal && type === "text");
    const columns = ["c._id", ...personal.map(({ id }) => duckdbDialect.column("c", id))];
    const where = columns.map((column) => `lower(${column}) = ${sought}`).join(" OR ");
    const events = place.events > 0 ? "(SELECT count(*) FROM {events} e WHERE e._row = c._row)" : "0";
    const rows = await ask(
      { engine, file, signal },
      `SELECT c._key::VARCHAR AS "_key", c.* EXCLUDE (_row, _key), ${events} AS "_events"
       FROM {customers} c WHERE ${where} LIMIT ${MOST_PEOPLE}`,
      params,
    );
    for (const row of rows) {
      const key = String(row._key);
      const person = people.get(key) ?? { id: String(row._id), snapshots: [] };
      if (people.size >= MOST_PEOPLE && !people.has(key)) continue;
      people.set(key, person);
      person.snapshots.push(recordOf(place, catalog, row));
    }
  }
  return [...people].map(([key, person]) => ({ key, ...person }));
}

function recordOf(place: Kept, { traits }: Catalog, row: Row): FoundRecord {
  const values = Object.entries(row).flatMap(([id, value]) => {
    const trait = traitOf(traits, id);
    if (!trait || value === null) return [];
    const text = Array.isArray(value)
      ? value.join(", ")
      : typeof value === "boolean"
        ? value
          ? "yes"
          : "no"
        : String(value);
    return [{ label: trait.label, text }];
  });
  const { id: snapshotId, dataset, number, asOf } = place;
  return { snapshotId, dataset, number, asOf, values, events: Number(row._events ?? 0) };
}
