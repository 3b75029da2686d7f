// What the columns of a table are for: whose the rows are, and whether they are customers or things that happened.
import type { ColumnRole, DetectedFile } from "../import-plan-rules";
import type { Column } from "./detect-column";
import { roleScore, wordsOf } from "./name-words";

export interface Roles {
  readonly columns: readonly Column[];
  readonly subject: DetectedFile["subject"];
  readonly cancelled: DetectedFile["cancelled"];
  readonly notes: readonly string[];
}

/** Rows of the same customer are no accident from here on. */
const REPEATED = 0.9;
const UNIQUE = 0.98;

const uniqueness = ({ distinct, known }: Column) => (known === 0 ? 0 : distinct / known);

/** `rows` are those that were looked at, to see which orders were cancelled. */
export function withRoles(columns: readonly Column[], rows: readonly (readonly string[])[]): Roles {
  const found = customerOf(columns);
  if (!found) {
    const notes = ["No column says whose row it is: each row counts as a customer of its own."];
    return { columns, subject: "customers", cancelled: null, notes };
  }
  const others = columns.filter((column) => column !== found.column && column.role === "trait");
  const roles = eventRoles(others);
  if (!isEvents(found.column, roles)) {
    const isRepeated = uniqueness(found.column) < 1;
    return {
      columns: columns.map((column) => (column === found.column ? asId(column, "customer") : column)),
      subject: "customers",
      cancelled: null,
      notes: [
        ...found.notes,
        ...(isRepeated ? [`Several rows have the same “${found.column.name}”: they are one customer.`] : []),
        ...decimalNote(found.column),
      ],
    };
  }
  const roleOf = new Map<Column, ColumnRole>([[found.column, "customer"], ...roles]);
  const order = [...roles].find(([, role]) => role === "order")?.[0];
  const cancelled = order ? cancelledOf(order, columns, roles, rows) : null;
  return {
    columns: columns.map((column) => {
      const role = roleOf.get(column);
      return role ? asRole(column, role) : column;
    }),
    subject: "events",
    cancelled,
    notes: [
      ...found.notes,
      ...decimalNote(found.column),
      ...(cancelled
        ? [
            `Lines whose “${cancelled.column}” begins with ${cancelled.startsWith} are cancelled orders: they count as nothing bought.`,
          ]
        : []),
    ],
  };
}

function asRole(column: Column, role: ColumnRole): Column {
  return role === "customer" || role === "order" || role === "event" ? asId(column, role) : { ...column, role };
}

function asId(column: Column, role: ColumnRole): Column {
  return { ...column, role, type: "text", unit: "plain", notes: [] };
}

function decimalNote({ name, examples }: Column): readonly string[] {
  const written = examples.find((example) => /^\d+\.0$/.test(example));
  return written ? [`“${name}” is written with decimals: ${written} is read as ${written.slice(0, -2)}.`] : [];
}

function customerOf(columns: readonly Column[]): { readonly column: Column; readonly notes: readonly string[] } | null {
  const usable = columns.filter(
    (column) => column.role !== "drop" && (column.type === "text" || column.type === "number") && column.filled > 0.3,
  );
  const scored = usable
    .map((column) => {
      const score = roleScore(column.name, "customer");
      // “ID” alone says whose row it is only where no two rows share one.
      const fits = score >= 6 || (score > 0 && uniqueness(column) >= UNIQUE);
      return { column, score: fits ? score : 0 };
    })
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || other.column.distinct - one.column.distinct);
  const named = scored[0];
  if (named && named.column.personal === null) return { column: named.column, notes: [] };
  const email = usable.find(({ personal, filled }) => personal === "email" && filled > 0.5);
  if (email)
    return { column: email, notes: [`Customers are told apart by “${email.name}”: no column of ids was found.`] };
  if (named) return { column: named.column, notes: [] };
  const unique = usable.find(
    (column) => uniqueness(column) >= UNIQUE && column.filled > 0.99 && column.known > 1 && isNumbered(column),
  );
  if (!unique) return null;
  return {
    column: unique,
    notes: [`No column says whose row it is: each row counts as a customer, told apart by “${unique.name}”.`],
  };
}

function isNumbered({ name, personal }: Column): boolean {
  return (
    personal === null &&
    (roleScore(name, "order") > 0 || / (?:id|key|no|nr|number|nummer|code|uuid) /.test(wordsOf(name)))
  );
}

/** Each role's best column, each column's best role. */
function eventRoles(columns: readonly Column[]): ReadonlyMap<Column, ColumnRole> {
  const fits: Partial<Record<ColumnRole, (column: Column) => boolean>> = {
    order: ({ type, name }) =>
      (type === "text" || type === "number") && !/ (?:last|first|letzte|erste|next) /.test(wordsOf(name)),
    time: ({ type }) => type === "date" || type === "time",
    event: ({ type, distinct }) => type === "text" && distinct <= 1_000,
    amount: ({ type }) => type === "number",
    quantity: ({ type }) => type === "number",
    price: ({ type }) => type === "number",
  };
  const pairs = (Object.keys(fits) as ColumnRole[]).flatMap((role) =>
    columns.flatMap((column) => {
      const score = fits[role]?.(column) ? roleScore(column.name, role) : 0;
      return score > 0 ? [{ column, role, score }] : [];
    }),
  );
  const taken = new Map<Column, ColumnRole>();
  for (const { column, role } of pairs.sort((one, other) => other.score - one.score)) {
    if (!taken.has(column) && ![...taken.values()].includes(role)) taken.set(column, role);
  }
  if (![...taken.values()].includes("time")) {
    const days = columns.filter((column) => fits.time?.(column));
    const [only] = days;
    if (only && days.length === 1) taken.set(only, "time");
  }
  return taken;
}

function isEvents(customer: Column, roles: ReadonlyMap<Column, ColumnRole>): boolean {
  const found = new Set(roles.values());
  const tells = found.has("time") || found.has("amount") || found.has("quantity");
  if (found.has("order") && tells) return true;
  return uniqueness(customer) < REPEATED && (found.has("time") || found.has("order"));
}

/** Ids of orders with a letter in front whose lines give something back. */
function cancelledOf(
  order: Column,
  columns: readonly Column[],
  roles: ReadonlyMap<Column, ColumnRole>,
  rows: readonly (readonly string[])[],
): DetectedFile["cancelled"] {
  const counted = columns.find((column) => ["quantity", "amount"].includes(roles.get(column) ?? ""));
  if (!counted) return null;
  const letters = new Map<string, { lines: number; back: number }>();
  for (const row of rows) {
    const letter = /^([A-Za-z]{1,3})-?\d/.exec(row[order.position]?.trim() ?? "")?.[1] ?? "";
    const seen = letters.get(letter) ?? { lines: 0, back: 0 };
    seen.lines += 1;
    if (/^[(-]/.test(row[counted.position]?.trim() ?? "")) seen.back += 1;
    letters.set(letter, seen);
  }
  const found = [...letters].find(
    ([letter, { lines, back }]) => letter !== "" && lines < rows.length * 0.3 && back >= lines * 0.8,
  );
  return found ? { column: order.name, startsWith: found[0] } : null;
}
