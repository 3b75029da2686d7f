// What is known of customers from their events alone. Cancelled lines are left out of all but their own count.
import type { Trait, TraitType } from "../../catalog-rules";
import { addDays } from "../../rules/window-rules";
import type { ImportPlan } from "../import-plan-rules";
import { quotedText } from "../reading/reader-database";
import { assignIds, idOfName } from "../trait-id-rules";
import type { ConversionDatabase } from "./conversion-database";
import type { Known } from "./table-building";

type Described = Omit<Trait, "profile">;
/** Events in which columns the plan found what it speaks of; ids of the events' table. */
export interface EventColumns {
  readonly properties: readonly Described[];
  readonly order: string | null;
  readonly amount: string | null;
  readonly quantity: string | null;
  readonly cancelled: string | null;
  readonly hasTime: boolean;
}

interface Computed {
  readonly trait: Described;
  /** An aggregate over the customer's events `e`. */
  readonly sql: string;
}

const PERIODS = [30, 90, 365];
/** Columns of text of which each customer's most frequent value is kept. */
const MAX_TEXTS = 12;

/** Makes the table `customers` of `people` and `events`, and describes its columns. */
export async function computedTraits(
  database: ConversionDatabase,
  plan: ImportPlan,
  columns: EventColumns,
  known: Known | null,
): Promise<readonly Described[]> {
  const computed = [...counted(columns), ...timed(plan, columns), ...spent(plan, columns), ...worded(columns, known)];
  const asked = computed.map(({ trait, sql }) => `${sql} AS "${trait.id}"`);
  await database.run(`
    CREATE TABLE customers AS
    SELECT p._row, p._id, md5_number_lower(p._id) AS _key, t.* EXCLUDE (_row)
    FROM people p JOIN (SELECT e._row, ${asked.join(", ")} FROM events e GROUP BY e._row) t ON t._row = p._row
    ORDER BY p._row`);
  return computed.map(({ trait }) => trait);
}

function described(id: string, label: string, type: TraitType = "number", unit: Trait["unit"] = "plain"): Described {
  return { id, label, type, group: "behavioural", unit, isPersonal: false, origin: "computed" };
}

const only = (...conditions: readonly (string | null)[]) => {
  const given = conditions.filter((condition) => condition !== null);
  return given.length > 0 ? ` FILTER (WHERE ${given.join(" AND ")})` : "";
};
const standing = ({ cancelled }: EventColumns) => (cancelled ? `NOT e."${cancelled}"` : null);

/** Orders where the file has a column for them, else events. */
function thingOf({ order }: EventColumns) {
  return order
    ? { id: "orders", many: "Orders", one: "order", count: `DISTINCT e."${order}"` }
    : { id: "events", many: "Events", one: "event", count: "*" };
}

function counted(columns: EventColumns): readonly Computed[] {
  const { order, quantity, cancelled } = columns;
  const thing = thingOf(columns);
  const many = thing.many.toLowerCase();
  return [
    {
      trait: described(`${thing.id}_count`, thing.many),
      sql: asNumber(`count(${thing.count})${only(standing(columns))}`),
    },
    ...(order
      ? [{ trait: described("events_count", "Lines of orders"), sql: asNumber(`count(*)${only(standing(columns))}`) }]
      : []),
    ...(cancelled
      ? [
          {
            trait: described(`${thing.id}_cancelled`, `Cancelled ${many}`),
            sql: asNumber(`count(${thing.count})${only(`e."${cancelled}"`)}`),
          },
        ]
      : []),
    ...(quantity
      ? [
          {
            trait: described("events_returned", "Returned lines"),
            sql: asNumber(`count(*)${only(standing(columns), `e."${quantity}" < 0`)}`),
          },
        ]
      : []),
  ];
}

const asNumber = (sql: string) => `CAST(${sql} AS DOUBLE)`;

/** The day of the snapshot and so many days before belong to a period, as in rules. */
function within(asOf: string, days: number): string {
  return `e._at >= TIMESTAMP ${quotedText(addDays(asOf, -days))} AND e._at < TIMESTAMP ${quotedText(addDays(asOf, 1))}`;
}

function timed({ asOf }: ImportPlan, columns: EventColumns): readonly Computed[] {
  if (!columns.hasTime) return [];
  const thing = thingOf(columns);
  const many = thing.many.toLowerCase();
  const last = `max(e._at)${only(standing(columns))}`;
  return [
    {
      trait: described(`${thing.id}_first`, `First ${thing.one}`, "time"),
      sql: `min(e._at)${only(standing(columns))}`,
    },
    { trait: described(`${thing.id}_last`, `Last ${thing.one}`, "time"), sql: last },
    {
      trait: described(`${thing.id}_days_since`, `Days since the last ${thing.one}`),
      sql: asNumber(`datediff('day', CAST(${last} AS DATE), DATE ${quotedText(asOf)})`),
    },
    ...PERIODS.map((days) => ({
      trait: described(`${thing.id}_count_${days}d`, `${thing.many} in the last ${days} days`),
      sql: asNumber(`count(${thing.count})${only(standing(columns), within(asOf, days))}`),
    })),
    {
      trait: described(`${thing.id}_weekend_share`, `Share of ${many} on weekends`, "number", "share"),
      sql: `${asNumber(`count(${thing.count})${only(standing(columns), "isodow(e._at) >= 6")}`)}
        / nullif(count(${thing.count})${only(standing(columns), "e._at IS NOT NULL")}, 0)`,
    },
  ];
}

function spent({ asOf }: ImportPlan, columns: EventColumns): readonly Computed[] {
  const { amount, properties } = columns;
  if (!amount) return [];
  const unit = properties.find(({ id }) => id === amount)?.unit ?? "plain";
  const thing = thingOf(columns);
  const sum = (...conditions: readonly (string | null)[]) =>
    `round(coalesce(sum(e."${amount}")${only(standing(columns), ...conditions)}, 0), 6)`;
  return [
    { trait: described(`${thing.id}_sum`, "Total amount", "number", unit), sql: sum() },
    {
      trait: described(`${thing.id}_mean`, `Mean amount of an ${thing.one}`, "number", unit),
      sql: `round(sum(e."${amount}")${only(standing(columns))} / nullif(count(${thing.count})${only(standing(columns))}, 0), 6)`,
    },
    ...(columns.hasTime
      ? PERIODS.map((days) => ({
          trait: described(`${thing.id}_sum_${days}d`, `Amount in the last ${days} days`, "number", unit),
          sql: sum(within(asOf, days)),
        }))
      : []),
  ];
}

/** Of each column of text the most frequent value and how many there are; of personal ones the last value. */
function worded(columns: EventColumns, known: Known | null): readonly Computed[] {
  const texts = columns.properties.filter(({ id, type }) => type === "text" && id !== columns.order);
  const shown = texts.slice(0, MAX_TEXTS);
  const labels = shown.map(({ label, isPersonal }) => (isPersonal ? label : `Most frequent ${label}`));
  const ids = assignIds(labels, known?.traits ?? []);
  const numberIds = assignIds(
    shown.map(({ label }) => `Different ${label}`),
    [...(known?.traits ?? []), ...[...ids].map(([label, id]) => ({ label, id }))],
  );
  return shown.flatMap((property, index): Computed[] => {
    const { id, label, group, isPersonal } = property;
    const value = `e."${id}"`;
    const word = labels[index] ?? label;
    const trait = { ...described(ids.get(word) ?? idOfName(word), word, "text"), group, isPersonal };
    if (isPersonal)
      return [
        { trait, sql: `arg_max(${value}, coalesce(e._at, TIMESTAMP '0001-01-01'))${only(`${value} IS NOT NULL`)}` },
      ];
    const different = `Different ${label}`;
    return [
      { trait, sql: `mode(${value})${only(standing(columns), `${value} IS NOT NULL`)}` },
      {
        trait: described(numberIds.get(different) ?? idOfName(different), different),
        sql: asNumber(`count(DISTINCT ${value})${only(standing(columns))}`),
      },
    ];
  });
}
