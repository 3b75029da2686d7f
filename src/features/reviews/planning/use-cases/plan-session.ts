import type { Scope } from "@/server/access/open-scope";
import { enqueue } from "@/server/jobs/enqueue";
import { AppError } from "@/shared/errors";
import { announceSession } from "../../room/session-events";
import { lockSession } from "../../session-queries";
import { sessionNotFound } from "../../use-cases/read-session";
import type { PlanInput } from "../plan-contract";
import { sessionPlanned } from "../plan-jobs";
import { addParticipants, insertSession, removeParticipantsBut, updatePlan, writeItems } from "../plan-queries";
import { judgePlan } from "./judge-plan";
import { tellInvited } from "./tell-invited";

/** Plans a session and asks its people to come; the answer is its id. Throws INVALID with what the plan lacks. */
export async function planSession(
  scope: Scope<"review.plan">,
  plan: PlanInput,
  now = new Date(),
): Promise<{ sessionId: string }> {
  const { tx, workspaceId, userId } = scope;
  const { row, items, userIds } = await judgePlan(scope, plan, { now });
  const sessionId = crypto.randomUUID();
  await insertSession(tx, workspaceId, { id: sessionId, plannedBy: userId, ...row });
  await writeItems(tx, workspaceId, sessionId, items);
  await addParticipants(tx, workspaceId, sessionId, userIds);
  await tellInvited(scope, sessionId, { kind: "session.invited", userIds });
  await enqueue(tx, sessionPlanned, { workspaceId, userId, sessionId }, `session-planned:${sessionId}`);
  return { sessionId };
}

interface ChangedPlan extends PlanInput {
  readonly sessionId: string;
  /** Of the plan that was seen. */
  readonly revision: number;
}

/**
 * Changes what isn't begun yet, under the session's lock. Those who stay are told what is new, those who are let go that
 * they are. Throws CONFLICT when somebody else changed the plan, BLOCKED once it has begun, INVALID as `planSession`.
 */
export async function changePlan(
  scope: Scope<"review.plan">,
  { sessionId, revision, ...plan }: ChangedPlan,
  now = new Date(),
): Promise<{ revision: number }> {
  const { tx, workspaceId } = scope;
  const session = await lockSession(tx, workspaceId, sessionId);
  if (!session) throw sessionNotFound();
  if (session.state !== "planned") throw new AppError("BLOCKED", BEGUN[session.state]);
  if (session.revision !== revision)
    throw new AppError(
      "CONFLICT",
      "Somebody else changed this plan meanwhile. What you wrote is still here; look at theirs before you save.",
      { revision: session.revision },
    );
  const { row, items, userIds } = await judgePlan(scope, plan, { now, startsAt: session.startsAt });
  await updatePlan(tx, workspaceId, sessionId, row);
  await writeItems(tx, workspaceId, sessionId, items);
  const gone = await removeParticipantsBut(tx, workspaceId, sessionId, userIds);
  const invited = await addParticipants(tx, workspaceId, sessionId, userIds);
  const asked = new Set(invited);
  await tellInvited(scope, sessionId, { kind: "session.invited", userIds: invited });
  await tellInvited(scope, sessionId, { kind: "session.changed", userIds: userIds.filter((id) => !asked.has(id)) });
  await tellInvited(scope, sessionId, { kind: "session.cancelled", userIds: gone, reason: "It goes on without you." });
  await announceSession(scope, sessionId, { type: "changed", what: "session" });
  return { revision: revision + 1 };
}

const BEGUN = {
  open: "This session has begun. Its plan stays as it is; people can still be asked to come.",
  closed: "This session is over. Plan the next one instead.",
  cancelled: "This session was cancelled. Plan a new one instead.",
};
