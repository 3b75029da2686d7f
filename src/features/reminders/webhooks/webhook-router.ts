import { router, workspaceProcedure } from "@/server/trpc/procedures";
import {
  addWebhook,
  changeWebhook,
  listWebhookDeliveries,
  listWebhooks,
  pauseWebhook,
  removeWebhook,
  renewSecret,
  testWebhook,
} from "./use-cases/manage-webhooks";
import {
  addWebhookInput,
  changeWebhookInput,
  pauseWebhookInput,
  webhookInput,
  webhooksInput,
} from "./webhook-contract";

/** Where a workspace's notices also go. */
export const webhookRouter = router({
  list: workspaceProcedure("workspace.configure")
    .input(webhooksInput)
    .query(({ ctx }) => listWebhooks(ctx.scope)),
  deliveries: workspaceProcedure("workspace.configure")
    .input(webhookInput)
    .query(({ ctx, input }) => listWebhookDeliveries(ctx.scope, input.webhookId)),
  add: workspaceProcedure("workspace.configure")
    .input(addWebhookInput)
    .mutation(({ ctx, input }) => addWebhook(ctx.scope, input)),
  change: workspaceProcedure("workspace.configure")
    .input(changeWebhookInput)
    .mutation(({ ctx, input }) => changeWebhook(ctx.scope, input)),
  pause: workspaceProcedure("workspace.configure")
    .input(pauseWebhookInput)
    .mutation(({ ctx, input }) => pauseWebhook(ctx.scope, input.webhookId, input.isPaused)),
  renewSecret: workspaceProcedure("workspace.configure")
    .input(webhookInput)
    .mutation(({ ctx, input }) => renewSecret(ctx.scope, input.webhookId)),
  remove: workspaceProcedure("workspace.configure")
    .input(webhookInput)
    .mutation(({ ctx, input }) => removeWebhook(ctx.scope, input.webhookId)),
  test: workspaceProcedure("workspace.configure")
    .input(webhookInput)
    .mutation(({ ctx, input }) => testWebhook(ctx.scope, input.webhookId)),
});
