import type { Scope } from "@/server/access/open-scope";
import type { FirstSteps } from "../first-steps-contract";
import { findFirstSteps } from "../first-steps-queries";
import { firstSteps } from "../first-steps-rules";

/** How far the workspace has come; null for who may not read drafts, of which the steps tell. */
export async function readFirstSteps(scope: Scope<"workspace.read">, now = new Date()): Promise<FirstSteps | null> {
  if (!scope.may("draft.read")) return null;
  const facts = await findFirstSteps(scope.tx, scope);
  return facts && firstSteps(facts, now);
}
