import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ColumnRole, DetectedColumn, DetectedFile } from "./import-plan-rules";
import { COLUMN_ROLES } from "./import-plan-rules";
import {
  columnOf,
  computedWords,
  finishedPlan,
  isOrderOpen,
  type PlanDraft,
  planBlocks,
  planHints,
  proposeAgain,
  proposeAsLastTime,
  proposePlan,
  reviseColumn,
  withSubject,
} from "./plan-edit-rules";

function column(name: string, given: Partial<DetectedColumn> = {}): DetectedColumn {
  return {
    name,
    role: "trait",
    type: "text",
    group: "behavioural",
    unit: "plain",
    isPersonal: false,
    decimal: ".",
    dateOrder: "ymd",
    separator: null,
    yes: [],
    no: [],
    missing: [],
    position: 0,
    examples: [],
    filled: 1,
    isDateOrderUnsure: false,
    ...given,
  };
}

function file(columns: readonly DetectedColumn[], given: Partial<DetectedFile> = {}): DetectedFile {
  return {
    format: { kind: "delimited", encoding: "utf-8", delimiter: ",", quote: '"', hasHeader: true },
    sheets: [],
    rows: 3,
    isRowsExact: true,
    columns,
    firstRows: [],
    subject: "customers",
    shape: "0".repeat(64),
    notes: [],
    newestDay: null,
    cancelled: null,
    ...given,
  };
}

const TODAY = { today: "2026-11-22", timeZone: "Europe/Berlin" };
const ORDERS = file(
  [
    column("InvoiceNo", { role: "order" }),
    column("InvoiceDate", { role: "time", type: "time" }),
    column("CustomerID", { role: "customer" }),
    column("Country"),
  ],
  { subject: "events", newestDay: "2011-12-09", cancelled: { column: "InvoiceNo", startsWith: "C" } },
);

describe("a proposed plan", () => {
  it("speaks of the newest day in the file, and of today when that lies in the future or there is none", () => {
    const dayOf = (newestDay: string | null) => proposePlan(file([], { newestDay }), TODAY).plan.asOf;
    expect(dayOf("2011-12-09")).toBe("2011-12-09");
    expect(dayOf("2031-01-01")).toBe("2026-11-22");
    expect(dayOf(null)).toBe("2026-11-22");
  });

  it("carries no preview to the server, and leaves out what is left out", () => {
    const draft = reviseColumn(proposePlan(ORDERS, TODAY), "Country", { role: "drop" });
    const { columns } = finishedPlan(draft);
    expect(columns.map(({ name }) => name)).toEqual(["InvoiceNo", "InvoiceDate", "CustomerID"]);
    expect(Object.keys(columns[0] ?? {})).not.toContain("examples");
  });

  it("reads as last time, leaving out what was left out, with the day of this file", () => {
    const last = finishedPlan(
      reviseColumn(reviseColumn(proposePlan(ORDERS, TODAY), "Country", { role: "drop" }), "InvoiceDate", {
        dateOrder: "mdy",
      }),
    );
    const next = file([...ORDERS.columns].reverse(), { ...ORDERS, newestDay: "2012-01-31" });
    const draft = proposeAsLastTime(next, { ...last, asOf: "2011-12-09" }, TODAY.today);
    expect(columnOf(draft, "Country")?.role).toBe("drop");
    expect(columnOf(draft, "InvoiceDate")?.dateOrder).toBe("mdy");
    expect(draft.plan.asOf).toBe("2012-01-31");
    expect(planBlocks(draft, next)).toEqual([]);
  });
});

it("starts from what was confirmed when it didn’t work", () => {
  const draft = reviseColumn(proposePlan(ORDERS, TODAY), "Country", { role: "drop" });
  const confirmed = { ...finishedPlan(draft), asOf: "2012-02-02" };
  const again = proposeAgain(ORDERS, confirmed);
  expect(finishedPlan(again)).toEqual(confirmed);
  expect(columnOf(again, "Country")?.role).toBe("drop");
});

describe("a revised column", () => {
  it("takes a role from the column that had it, and the type that goes with it", () => {
    const draft = reviseColumn(proposePlan(ORDERS, TODAY), "Country", { role: "customer", type: "number" });
    expect(columnOf(draft, "Country")).toMatchObject({ role: "customer", type: "text" });
    expect(columnOf(draft, "CustomerID")?.role).toBe("trait");
  });

  it("never gives a single role to two columns, whatever is done", () => {
    const roles = Object.keys(COLUMN_ROLES) as ColumnRole[];
    const names = ORDERS.columns.map(({ name }) => name);
    const step = fc.record({ name: fc.constantFrom(...names), role: fc.constantFrom(...roles) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const end = steps.reduce<PlanDraft>(
          (draft, { name, role }) => reviseColumn(draft, name, { role }),
          proposePlan(ORDERS, TODAY),
        );
        for (const role of roles.filter((one) => one !== "trait" && one !== "drop")) {
          expect(end.plan.columns.filter((one) => one.role === role).length).toBeLessThanOrEqual(1);
        }
        expect(end.plan.columns.map(({ name }) => name)).toEqual(names);
      }),
    );
  });

  it("keeps no rule for cancelled orders when their column is left out", () => {
    expect(reviseColumn(proposePlan(ORDERS, TODAY), "InvoiceNo", { role: "drop" }).plan.cancelled).toBeNull();
    expect(reviseColumn(proposePlan(ORDERS, TODAY), "Country", { role: "drop" }).plan.cancelled).not.toBeNull();
  });

  it("has something between its words once it holds several", () => {
    expect(columnOf(reviseColumn(proposePlan(ORDERS, TODAY), "Country", { type: "tags" }), "Country")).toMatchObject({
      separator: ",",
    });
  });
});

it("gives roles of events back when one changes one’s mind about what a row is", () => {
  const first = proposePlan(ORDERS, TODAY);
  const customers = withSubject(first, ORDERS, "customers");
  expect(customers.plan.columns.map(({ role }) => role)).toEqual(["trait", "trait", "customer", "trait"]);
  expect(customers.plan.cancelled).toBeNull();
  expect(withSubject(customers, ORDERS, "events")).toEqual(first);
});

describe("an import can’t start", () => {
  it("while a date could be read both ways, and can as soon as somebody says how", () => {
    const days = file([column("Date", { type: "date", isDateOrderUnsure: true })]);
    const draft = proposePlan(days, TODAY);
    expect(planBlocks(draft, days)).toEqual([
      {
        column: "Date",
        text: "Say whether the day or the month stands first in “Date”: its values can be read both ways.",
      },
    ]);
    expect(planBlocks(reviseColumn(draft, "Date", { dateOrder: "dmy" }), days)).toEqual([]);
    expect(planBlocks(reviseColumn(draft, "Date", { type: "text" }), days)).toEqual([]);
    expect(isOrderOpen(reviseColumn(draft, "Date", { role: "drop" }), days.columns[0] as DetectedColumn)).toBe(false);
  });

  it("without a customer for each event, without any column, or without a day", () => {
    const texts = (draft: PlanDraft) => planBlocks(draft, ORDERS).map(({ text }) => text);
    const draft = proposePlan(ORDERS, TODAY);
    expect(texts(draft)).toEqual([]);
    expect(texts(reviseColumn(draft, "CustomerID", { role: "drop" }))[0]).toMatch(/customer’s id/);
    const none = ORDERS.columns.reduce((next, { name }) => reviseColumn(next, name, { role: "drop" }), draft);
    expect(texts(none)).toEqual(["Every column is left out. Keep at least one."]);
    for (const asOf of ["", "2026-02-30", "yesterday"]) {
      expect(texts({ ...draft, plan: { ...draft.plan, asOf } })).toEqual(["Say which day the data speak of."]);
    }
  });
});

it("says what would go better, and what is computed", () => {
  const draft = proposePlan(ORDERS, TODAY);
  expect(planHints(draft)).toEqual([expect.stringMatching(/amount/)]);
  expect(planHints(withSubject(draft, ORDERS, "customers"))).toEqual([]);
  expect(computedWords(draft.plan)).toContain("How many orders in the last 30, 90 and 365 days");
  expect(computedWords(draft.plan).join()).not.toMatch(/mount/);
  expect(computedWords(withSubject(draft, ORDERS, "customers").plan)).toEqual([]);
});
