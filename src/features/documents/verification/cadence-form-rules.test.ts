// What is typed into the form of a cadence gives the cadence that it showed.
import { expect, it } from "vitest";
import { cadenceForm, cadenceOfForm } from "./cadence-form-rules";
import { type CadencePlan, QUARTERLY } from "./cadence-rules";

const TODAY = "2026-11-22";
const kept = (plan: CadencePlan) => ({ plan, leadDays: [14, 3, 0], ownerAfterDays: 14, adminsAfterDays: null });

it.each<CadencePlan>([
  QUARTERLY,
  { how: "interval", every: 1, unit: "week" },
  { how: "interval", every: 45, unit: "day" },
  { how: "interval", every: 2, unit: "year" },
  { how: "date", on: "2027-02-01" },
  { how: "rule", rule: "FREQ=MONTHLY;BYDAY=-1FR", from: "2026-01-01" },
  { how: "never" },
])("shows %o and gives it back", (plan) => {
  expect(cadenceOfForm(cadenceForm(kept(plan), true, TODAY))).toEqual(kept(plan));
  expect(cadenceOfForm(cadenceForm(kept(plan), false, TODAY))).toBeNull();
});

it("says what is missing or can't be read", () => {
  const form = cadenceForm(kept(QUARTERLY), true, TODAY);
  expect(cadenceOfForm({ ...form, choice: "every", every: "often" })).toMatch(/whole number/);
  expect(cadenceOfForm({ ...form, choice: "date" })).toMatch(/Choose the day/);
  expect(cadenceOfForm({ ...form, choice: "rule" })).toMatch(/Write a rule/);
  expect(cadenceOfForm({ ...form, leads: "14, soon" })).toMatch(/commas between them/);
  expect(cadenceOfForm({ ...form, ownerAfter: "-1" })).toMatch(/empty for never/);
  expect(cadenceOfForm({ ...form, leads: "", ownerAfter: "" })).toMatchObject({ leadDays: [], ownerAfterDays: null });
});
