import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { roleMay } from "@/shared/permissions";
import { momentOf } from "../local-moment";
import type { PlanInput } from "../plan-contract";
import { findMembers, findPlannedDocuments, type SessionRow } from "../plan-queries";
import { planBlocks } from "../plan-rules";

interface JudgedPlan {
  readonly row: SessionRow;
  readonly items: PlanInput["items"];
  /** Everybody who is asked to come, the facilitator first. */
  readonly userIds: readonly string[];
}

interface Judging {
  readonly now: Date;
  /** When the session was to start until now; that it was is no reason to refuse another agenda. */
  readonly startsAt?: Date;
}

/**
 * What a plan comes to when it holds. Throws INVALID with the first reason why it doesn't, NOT_FOUND for a document or a
 * person that the workspace doesn't have.
 */
export async function judgePlan(scope: Scope<"review.plan">, plan: PlanInput, judging: Judging): Promise<JudgedPlan> {
  const [block] = planBlocks(plan);
  if (block) throw new AppError("INVALID", block);
  const { title, purpose, when, timeZone, facilitatorId, items } = plan;
  const startsAt = momentOf(when.starts, timeZone);
  const endsAt =
    when.mode === "live" ? new Date(startsAt.getTime() + when.minutes * 60_000) : momentOf(when.ends, timeZone);
  if (endsAt <= startsAt) throw new AppError("INVALID", "The session ends before it starts. Choose a later end.");
  const isUnmoved = startsAt.getTime() === judging.startsAt?.getTime();
  if (startsAt < judging.now && !isUnmoved)
    throw new AppError("INVALID", "This time is in the past. Choose one that is still to come.", { path: "when" });
  await demandDocuments(scope, items);
  const userIds = [...new Set([facilitatorId, ...plan.participantIds])];
  await demandPeople(scope, facilitatorId, userIds);
  const row = { title, purpose, mode: when.mode, startsAt, endsAt, timeZone, facilitatorId };
  return { row, items, userIds };
}

/** Throws NOT_FOUND when one of the documents is gone, INVALID when it is retired. */
async function demandDocuments({ tx, workspaceId }: Scope, items: PlanInput["items"]): Promise<void> {
  const documentIds = items.map(({ documentId }) => documentId);
  const found = await findPlannedDocuments(tx, workspaceId, documentIds);
  if (found.length < documentIds.length)
    throw new AppError("NOT_FOUND", "A document on the agenda doesn’t exist any more. Take it off.", { path: "items" });
  const retired = found.find(({ retiredAt }) => retiredAt !== null);
  if (retired)
    throw new AppError("INVALID", `${retired.title} is retired. Reopen it, or take it off the agenda.`, {
      path: "items",
    });
}

/** Throws NOT_FOUND when somebody is no member, INVALID when the facilitator may not lead. */
async function demandPeople({ tx, workspaceId }: Scope, facilitatorId: string, userIds: readonly string[]) {
  const members = await findMembers(tx, workspaceId, userIds);
  if (members.length < userIds.length)
    throw new AppError("NOT_FOUND", "Somebody on the list is not a member of this workspace. Take them off.", {
      path: "participantIds",
    });
  const facilitator = members.find(({ userId }) => userId === facilitatorId);
  if (facilitator && !roleMay(facilitator.role, "review.plan"))
    throw new AppError(
      "INVALID",
      `${facilitator.name} can’t facilitate: that takes an editor, an admin or the owner.`,
      {
        path: "facilitatorId",
      },
    );
}
