import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { listDeliveriesInput, ownDeliveriesInput, retryDeliveryInput } from "./delivery-contract";
import { listDeliveries, listOwnDeliveries, retryDelivery } from "./use-cases/read-deliveries";

/** What left the house, and what became of it. */
export const deliveryRouter = router({
  list: workspaceProcedure("workspace.configure")
    .input(listDeliveriesInput)
    .query(({ ctx, input }) => listDeliveries(ctx.scope, input)),
  own: workspaceProcedure("workspace.read")
    .input(ownDeliveriesInput)
    .query(({ ctx, input }) => listOwnDeliveries(ctx.scope, input)),
  retry: workspaceProcedure("workspace.configure")
    .input(retryDeliveryInput)
    .mutation(({ ctx, input }) => retryDelivery(ctx.scope, input.deliveryId)),
});
