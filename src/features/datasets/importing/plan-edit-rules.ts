// From what was found in a file to how it is to be read: the proposal, its corrections, and what is missing before one may start.
import type { TraitType } from "../catalog-rules";
import type { ColumnReading, ColumnRole, DetectedColumn, DetectedFile, ImportPlan } from "./import-plan-rules";

/** A plan on which somebody works. All columns of the file are in it, in its order; those left out have the role `drop`. */
export interface PlanDraft {
  readonly plan: ImportPlan;
  /** Names of columns of which a person has said whether the day or the month stands first. */
  readonly decided: readonly string[];
}

/** Why a plan can't be started yet; `column` is where to go, null for the file as a whole. */
export interface PlanBlock {
  readonly column: string | null;
  readonly text: string;
}

/** Roles that make sense where a row is something that happened. */
export const EVENT_ROLES: readonly ColumnRole[] = ["time", "event", "order", "amount", "quantity", "price"];

/** Roles that one column alone may have. */
const SINGLE_ROLES: readonly ColumnRole[] = ["customer", ...EVENT_ROLES];

const ROLE_TYPES: Partial<Record<ColumnRole, TraitType>> = {
  customer: "text",
  event: "text",
  order: "text",
  amount: "number",
  quantity: "number",
  price: "number",
};

function readingOf(column: DetectedColumn): ColumnReading {
  const { position: _, examples: _e, filled: _f, isDateOrderUnsure: _u, ...reading } = column;
  return reading;
}

/** The day that data speak of is never in the future, whatever stands in a column. */
function likelyDay(detected: DetectedFile, today: string): string {
  return detected.newestDay !== null && detected.newestDay < today ? detected.newestDay : today;
}

/** The proposal that detection makes. `today` is an ISO day. */
export function proposePlan(
  detected: DetectedFile,
  { today, timeZone }: { readonly today: string; readonly timeZone: string },
): PlanDraft {
  const { format, subject, cancelled } = detected;
  const columns = detected.columns.map(readingOf);
  return {
    plan: { format, subject, columns, asOf: likelyDay(detected, today), timeZone, cancelled },
    decided: [],
  };
}

/** As this very file was confirmed before. */
export function proposeAgain(detected: DetectedFile, plan: ImportPlan): PlanDraft {
  const draft = proposeAsLastTime(detected, plan, plan.asOf);
  return { ...draft, plan: { ...draft.plan, asOf: plan.asOf } };
}

/** As a file of the same shape was read the last time; only the day is this file's own. */
export function proposeAsLastTime(detected: DetectedFile, last: ImportPlan, today: string): PlanDraft {
  const before = new Map(last.columns.map((column) => [column.name, column]));
  const columns = detected.columns.map(
    (column): ColumnReading => before.get(column.name) ?? { ...readingOf(column), role: "drop" },
  );
  return {
    plan: { ...last, format: detected.format, columns, asOf: likelyDay(detected, today) },
    decided: columns.map(({ name }) => name),
  };
}

export function columnOf({ plan }: PlanDraft, name: string): ColumnReading | undefined {
  return plan.columns.find((column) => column.name === name);
}

/** Changes how a column is read. A role that one column alone may have is taken from the one that had it. */
export function reviseColumn(draft: PlanDraft, name: string, change: Partial<Omit<ColumnReading, "name">>): PlanDraft {
  const taken = change.role !== undefined && SINGLE_ROLES.includes(change.role) ? change.role : null;
  const columns = draft.plan.columns.map((column): ColumnReading => {
    if (column.name === name) return fitted({ ...column, ...change });
    return taken !== null && column.role === taken ? { ...column, role: "trait" } : column;
  });
  const isDecided = change.dateOrder !== undefined && !draft.decided.includes(name);
  const kept = draft.plan.cancelled;
  const isOrderGone = kept !== null && columns.find(({ name: own }) => own === kept.column)?.role === "drop";
  return {
    plan: { ...draft.plan, columns, cancelled: isOrderGone ? null : kept },
    decided: isDecided ? [...draft.decided, name] : draft.decided,
  };
}

/** With the type that its role asks for. */
function fitted(column: ColumnReading): ColumnReading {
  if (column.role === "time") return { ...column, type: column.type === "date" ? "date" : "time" };
  const type = ROLE_TYPES[column.role] ?? column.type;
  const separator = type === "tags" ? (column.separator ?? ",") : column.separator;
  return { ...column, type, separator };
}

/** One row for each customer, or for each thing that happened; roles come back as they were found. */
export function withSubject(draft: PlanDraft, detected: DetectedFile, subject: ImportPlan["subject"]): PlanDraft {
  if (draft.plan.subject === subject) return draft;
  const found = new Map(detected.columns.map((column) => [column.name, readingOf(column)]));
  const columns = draft.plan.columns.map((column): ColumnReading => {
    if (subject === "customers") return EVENT_ROLES.includes(column.role) ? { ...column, role: "trait" } : column;
    const before = found.get(column.name);
    const isFree = column.role === "trait" && before !== undefined && EVENT_ROLES.includes(before.role);
    return isFree ? fitted({ ...column, role: before.role, type: before.type }) : column;
  });
  const cancelled = subject === "events" ? detected.cancelled : null;
  return { ...draft, plan: { ...draft.plan, subject, columns, cancelled } };
}

/** What the server is given: columns that are left out are not named. */
export function finishedPlan({ plan }: PlanDraft): ImportPlan {
  return { ...plan, columns: plan.columns.filter(({ role }) => role !== "drop") };
}

/** Whether the order of day and month must still be said. */
export function isOrderOpen(draft: PlanDraft, column: DetectedColumn): boolean {
  const reading = columnOf(draft, column.name);
  return (
    column.isDateOrderUnsure &&
    reading !== undefined &&
    reading.role !== "drop" &&
    (reading.type === "date" || reading.type === "time") &&
    !draft.decided.includes(column.name)
  );
}

const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

function isRealDay(text: string): boolean {
  try {
    return isDay(text);
  } catch {
    return false;
  }
}

/** Reasons why the import can't start; none means go. */
export function planBlocks(draft: PlanDraft, detected: DetectedFile): readonly PlanBlock[] {
  const { plan } = draft;
  const kept = plan.columns.filter(({ role }) => role !== "drop");
  const blocks: PlanBlock[] = [];
  if (kept.length === 0) blocks.push({ column: null, text: "Every column is left out. Keep at least one." });
  const hasCustomer = kept.some(({ role }) => role === "customer");
  if (plan.subject === "events" && !hasCustomer && kept.length > 0) {
    blocks.push({
      column: null,
      text: "Say which column holds the customer’s id: each row must belong to somebody.",
    });
  }
  for (const column of detected.columns) {
    if (!isOrderOpen(draft, column)) continue;
    blocks.push({
      column: column.name,
      text: `Say whether the day or the month stands first in “${column.name}”: its values can be read both ways.`,
    });
  }
  if (!isRealDay(plan.asOf)) blocks.push({ column: null, text: "Say which day the data speak of." });
  return blocks;
}

/** What goes better with a little more; nobody is held back by it. */
export function planHints({ plan }: PlanDraft): readonly string[] {
  const has = (role: ColumnRole) => plan.columns.some((column) => column.role === role);
  const hints: string[] = [];
  if (plan.subject === "customers" && !has("customer")) {
    hints.push(
      "No column holds the customer’s id. Rows are numbered instead, so a later export can’t tell who has come and who has gone.",
    );
  }
  if (plan.subject === "events" && !has("time")) {
    hints.push("No column tells when it happened, so nothing can be said about the last 30 or 90 days.");
  }
  if (plan.subject === "events" && !has("amount") && !(has("quantity") && has("price"))) {
    hints.push("No column holds an amount, so nothing can be said about what customers spend.");
  }
  return hints;
}

/** What a file of events says about each customer, in words. */
export function computedWords({ subject, columns, cancelled }: ImportPlan): readonly string[] {
  if (subject === "customers") return [];
  const has = (role: ColumnRole) => columns.some((column) => column.role === role);
  const hasTime = has("time");
  const hasAmount = has("amount") || (has("quantity") && has("price"));
  const [one, many] = has("order") ? ["order", "orders"] : ["event", "events"];
  const hasTexts = columns.some(({ role, type }) => role === "trait" && type === "text");
  return [
    `How many ${many}${cancelled ? ", and how many were cancelled" : ""}`,
    ...(hasTime ? [`First and last ${one}, and days since the last`] : []),
    ...(hasTime ? [`How many ${many} in the last 30, 90 and 365 days`] : []),
    ...(hasAmount ? [`Total amount, and the mean of an ${one}`] : []),
    ...(hasAmount && hasTime ? ["Amount in the last 30, 90 and 365 days"] : []),
    ...(hasTime ? [`Share of ${many} on weekends`] : []),
    ...(hasTexts ? ["Most frequent value of each text, and how many different ones"] : []),
  ];
}
