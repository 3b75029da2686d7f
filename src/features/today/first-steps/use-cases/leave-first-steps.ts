import type { Scope } from "@/server/access/open-scope";
import { updateGoesWithoutData, updateLeft } from "../first-steps-queries";

/** Puts the steps away for this person, whatever the others do. */
export async function leaveFirstSteps(scope: Scope<"workspace.read">, now = new Date()): Promise<void> {
  await updateLeft(scope.tx, scope, now);
}

export async function resumeFirstSteps(scope: Scope<"workspace.read">): Promise<void> {
  await updateLeft(scope.tx, scope, null);
}

/** Says for everybody that there are no customer data to bring in for now, or takes that back. */
export async function goWithoutData(scope: Scope<"draft.edit">, isWithout: boolean): Promise<void> {
  await updateGoesWithoutData(scope.tx, scope.workspaceId, isWithout);
}
