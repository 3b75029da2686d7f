// One row of the file for each line of an order or other event: the events as they are, and for each customer what can be
// computed of them. Cancelled lines stay events, and are left out of what customers did.
import type { EventCatalog, Trait, TraitValue } from "../../catalog-rules";
import type { ColumnReading, ImportPlan } from "../import-plan-rules";
import { quotedText } from "../reading/reader-database";
import { assignIds } from "../trait-id-rules";
import { computedTraits, type EventColumns } from "./computed-traits";
import { profileColumns } from "./profile-columns";
import { MAX_LINES } from "./refused-cells";
import { STAGED } from "./staged-rows";
import type { Known, Tables, TableTools } from "./table-building";

const PURCHASE = "purchase";
const CANCELLATION = "cancellation";
const CANCELLED_LABEL = "Cancelled";
const AMOUNT_LABEL = "Amount";

type Described = Omit<Trait, "profile">;

const withRole = ({ columns }: ImportPlan, role: ColumnReading["role"]) =>
  columns.find((column) => column.role === role);
const kept = ({ columns }: ImportPlan) =>
  columns.filter(({ role }) => !["drop", "customer", "time", "event"].includes(role));

/** An amount of its own, or quantity times price. */
const makesAmount = (plan: ImportPlan) =>
  !withRole(plan, "amount") && withRole(plan, "quantity") !== undefined && withRole(plan, "price") !== undefined;
const cancelledColumn = (plan: ImportPlan) =>
  plan.cancelled
    ? plan.columns.find(({ name, role }) => name === plan.cancelled?.column && role !== "drop")
    : undefined;

function labelsOf(plan: ImportPlan): readonly string[] {
  return [
    ...kept(plan).map(({ name }) => name),
    ...(makesAmount(plan) ? [AMOUNT_LABEL] : []),
    ...(cancelledColumn(plan) ? [CANCELLED_LABEL] : []),
  ];
}

export const eventTables = {
  /** Which columns are staged, and as what. */
  columns(plan: ImportPlan, known: Known | null) {
    const all = assignIds(labelsOf(plan), known?.properties ?? []);
    const ids = new Map(kept(plan).map(({ name }) => [name, all.get(name) ?? name]));
    for (const [role, id] of [
      ["customer", "_id"],
      ["time", "_at"],
      ["event", "_name"],
    ] as const) {
      const column = withRole(plan, role);
      if (column) ids.set(column.name, id);
    }
    return { ids };
  },

  async make({ database, staged, plan, known, fileRow, onPhase }: TableTools): Promise<Tables> {
    const ids = assignIds(labelsOf(plan), known?.properties ?? []);
    const idOf = (role: ColumnReading["role"]) => {
      const column = withRole(plan, role);
      return column ? (ids.get(column.name) ?? null) : null;
    };
    const isBroken = staged.hasBroken ? "_broken" : "false";
    const [without] = await database.rows(
      `SELECT count(*) FILTER (NOT ${isBroken}) AS nobody, count(*) FILTER (${isBroken}) AS broken
       FROM ${STAGED} WHERE _id IS NULL OR ${isBroken}`,
    );
    const listed = await database.rows(
      `SELECT rowid AS row, ${isBroken} AS broken FROM ${STAGED} WHERE _id IS NULL OR ${isBroken} ORDER BY rowid LIMIT ${MAX_LINES}`,
    );
    const customer = withRole(plan, "customer")?.name ?? null;
    const refused = [
      { reason: "Lines without a customer.", count: Number(without?.nobody ?? 0) },
      { reason: "Lines that are no JSON.", count: Number(without?.broken ?? 0) },
    ].filter(({ count }) => count > 0);

    const quantity = idOf("quantity");
    const price = idOf("price");
    const amount = idOf("amount") ?? (makesAmount(plan) ? (ids.get(AMOUNT_LABEL) ?? null) : null);
    const cancelling = cancelledColumn(plan);
    const cancelled = cancelling ? (ids.get(CANCELLED_LABEL) ?? null) : null;
    const columns: EventColumns = {
      properties: describeProperties(plan, ids, amount, cancelled),
      order: idOf("order"),
      amount,
      quantity,
      cancelled,
      hasTime: withRole(plan, "time") !== undefined,
    };

    const begins = cancelling
      ? `coalesce(starts_with("${columnIn(staged.columns, cancelling.name)}", ${quotedText(plan.cancelled?.startsWith ?? "")}), false)`
      : "false";
    const name = withRole(plan, "event")
      ? `coalesce(_name, '${PURCHASE}')`
      : `CASE WHEN ${begins} THEN '${CANCELLATION}' ELSE '${PURCHASE}' END`;
    const made = [
      ...kept(plan).flatMap((column) => {
        const id = ids.get(column.name);
        return id === undefined ? [] : [`s."${id}"`];
      }),
      ...(makesAmount(plan) ? [`round(s."${quantity}" * s."${price}", 6) AS "${amount}"`] : []),
      ...(cancelled ? [`${begins} AS "${cancelled}"`] : []),
    ];
    await database.run(`
      CREATE TEMP TABLE people AS
      SELECT _id, CAST(row_number() OVER (ORDER BY first) - 1 AS INTEGER) AS _row
      FROM (SELECT _id, min(rowid) AS first FROM ${STAGED} WHERE _id IS NOT NULL AND NOT ${isBroken} GROUP BY _id)`);
    await database.run(`
      CREATE TABLE events AS
      SELECT p._row, ${columns.hasTime ? "CAST(s._at AS TIMESTAMP)" : "NULL::TIMESTAMP"} AS _at, ${name} AS _name
        ${made.map((one) => `, ${one}`).join("")}
      FROM ${STAGED} s JOIN people p ON p._id = s._id WHERE NOT ${isBroken}`);
    await database.run(`DROP TABLE ${STAGED}`);
    onPhase("counting");
    const computed = await computedTraits(database, plan, columns, known);
    const traits = await profileColumns(database, "customers", computed);
    const catalog = await describeEvents(database, columns);
    const [counted] = await database.rows(
      "SELECT (SELECT count(*) FROM customers) AS customers, (SELECT count(*) FROM events) AS events",
    );
    onPhase("writing");
    return {
      catalog: { traits, events: catalog },
      customers: Number(counted?.customers ?? 0),
      events: Number(counted?.events ?? 0),
      refused,
      lines: listed.map(({ row, broken }) => ({
        row: fileRow(Number(row)),
        column: broken ? null : customer,
        text: "",
        what: broken ? "Left out: it is no JSON" : "Left out: it has no customer’s id",
      })),
      listed: refused.reduce((sum, { count }) => sum + count, 0),
    };

    async function describeEvents(
      on: TableTools["database"],
      { properties, order, amount: sum }: EventColumns,
    ): Promise<EventCatalog> {
      const names = await on.rows(
        "SELECT _name AS value, count(*) AS n FROM events GROUP BY 1 ORDER BY n DESC, 1 LIMIT 200",
      );
      const [span] = await on.rows(
        "SELECT count(*) AS n, strftime(min(_at), '%Y-%m-%dT%H:%M:%S') AS a, strftime(max(_at), '%Y-%m-%dT%H:%M:%S') AS b FROM events",
      );
      return {
        count: Number(span?.n ?? 0),
        names: names.map(({ value, n }): TraitValue => ({ value: String(value), count: Number(n) })),
        properties: await profileColumns(on, "events", properties),
        order,
        amount: sum,
        first: span?.a ? String(span.a) : null,
        last: span?.b ? String(span.b) : null,
      };
    }
  },
};

function columnIn(columns: TableTools["staged"]["columns"], name: string): string {
  return columns.find(({ reading }) => reading.name === name)?.id ?? "_id";
}

function describeProperties(
  plan: ImportPlan,
  ids: ReadonlyMap<string, string>,
  amount: string | null,
  cancelled: string | null,
): readonly Described[] {
  const price = withRole(plan, "price");
  const own = kept(plan).flatMap(({ name, type, group, unit, isPersonal }): Described[] => {
    const id = ids.get(name);
    return id === undefined ? [] : [{ id, label: name, type, group, unit, isPersonal, origin: "column" }];
  });
  const common = { group: "behavioural", isPersonal: false, origin: "computed" } as const;
  return [
    ...own,
    ...(amount && makesAmount(plan)
      ? [{ ...common, id: amount, label: AMOUNT_LABEL, type: "number", unit: price?.unit ?? "plain" } as const]
      : []),
    ...(cancelled ? [{ ...common, id: cancelled, label: CANCELLED_LABEL, type: "flag", unit: "plain" } as const] : []),
  ];
}
