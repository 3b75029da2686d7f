import { workspaceProcedure } from "@/server/trpc/procedures";
import { workspaceInput } from "@/shared/workspace-input";
import { sessionInput } from "../review-contract";
import {
  cancelSessionInput,
  changePlanInput,
  invitePeopleInput,
  listSessionsInput,
  planSessionInput,
  suggestItemsInput,
} from "./plan-contract";
import { invitePeople } from "./use-cases/invite-people";
import { cancelSession, startSession } from "./use-cases/lead-session";
import { countOwnSessions, listSessions, suggestItems } from "./use-cases/list-sessions";
import { changePlan, planSession } from "./use-cases/plan-session";

export const planningProcedures = {
  sessions: workspaceProcedure("review.follow")
    .input(listSessionsInput)
    .query(({ ctx, input }) => listSessions(ctx.scope, input)),
  count: workspaceProcedure("review.follow")
    .input(workspaceInput({}))
    .query(({ ctx }) => countOwnSessions(ctx.scope)),
  suggest: workspaceProcedure("review.plan")
    .input(suggestItemsInput)
    .query(({ ctx, input }) => suggestItems(ctx.scope, input)),
  plan: workspaceProcedure("review.plan")
    .input(planSessionInput)
    .mutation(({ ctx, input }) => planSession(ctx.scope, input)),
  changePlan: workspaceProcedure("review.plan")
    .input(changePlanInput)
    .mutation(({ ctx, input }) => changePlan(ctx.scope, input)),
  invite: workspaceProcedure("review.plan")
    .input(invitePeopleInput)
    .mutation(({ ctx, input }) => invitePeople(ctx.scope, input)),
  start: workspaceProcedure("review.plan")
    .input(sessionInput)
    .mutation(({ ctx, input }) => startSession(ctx.scope, input.sessionId)),
  cancel: workspaceProcedure("review.plan")
    .input(cancelSessionInput)
    .mutation(({ ctx, input }) => cancelSession(ctx.scope, input.sessionId, input.reason)),
};
