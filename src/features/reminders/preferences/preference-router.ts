import { router, visitorProcedure, workspaceProcedure } from "@/server/trpc/procedures";
import {
  changeSubscriptionInput,
  preferencesInput,
  savePreferencesInput,
  unsubscribeInput,
} from "./preference-contract";
import { changeSubscription, readSubscription } from "./use-cases/change-subscription";
import { readPreferences, savePreferences } from "./use-cases/read-preferences";

/** What a person wants to hear from a workspace by mail. Everything here is their own only. */
export const preferenceRouter = router({
  read: workspaceProcedure("workspace.read")
    .input(preferencesInput)
    .query(({ ctx }) => readPreferences(ctx.scope)),
  save: workspaceProcedure("workspace.read")
    .input(savePreferencesInput)
    .mutation(({ ctx, input }) => savePreferences(ctx.scope, input)),
  /** By the signed link of a mail, without signing in. */
  subscription: visitorProcedure
    .input(unsubscribeInput)
    .query(({ ctx, input }) => readSubscription(ctx.db, input.token, ctx.ip)),
  changeSubscription: visitorProcedure
    .input(changeSubscriptionInput)
    .mutation(({ ctx, input }) => changeSubscription(ctx.db, input, ctx.ip)),
});
