// Whether a plan fits its file: what the page doesn't let anybody confirm, and others might send.
import { COLUMN_ROLES, type ColumnRole, type DetectedFile, type ImportPlan } from "./import-plan-rules";

/** Roles that several columns may have. */
const SHARED: readonly ColumnRole[] = ["trait", "drop"];

/** What is wrong with the plan, as a sentence; null where nothing is. */
export function planProblem(plan: ImportPlan, detected: DetectedFile): string | null {
  if (plan.format.kind !== detected.format.kind) return "The file is not of this kind. Look at it again.";
  const found = new Set(detected.columns.map(({ name }) => name));
  const seen = new Set<string>();
  const roles = new Set<ColumnRole>();
  for (const { name, role } of plan.columns) {
    if (!found.has(name)) return `There is no column “${name}” in the file.`;
    if (seen.has(name)) return `The column “${name}” is named twice.`;
    seen.add(name);
    if (!SHARED.includes(role) && roles.has(role)) return `Two columns are to be “${COLUMN_ROLES[role]}”. Keep one.`;
    roles.add(role);
  }
  if (plan.columns.every(({ role }) => role === "drop")) return "Every column is left out. Keep at least one.";
  if (plan.subject === "events" && !roles.has("customer")) {
    return "Say which column holds the customer’s id: each row must belong to somebody.";
  }
  return null;
}
