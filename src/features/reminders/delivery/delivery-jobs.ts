import { z } from "zod";
import { defineJob } from "@/server/jobs/enqueue";

/** A letter or call is to leave the house. `userId` is whom it is for; null for what goes to no person. */
export const deliveryDue = defineJob(
  "reminders.delivery-due",
  z.strictObject({ workspaceId: z.uuid(), deliveryId: z.uuid(), userId: z.uuid().nullable() }),
);
export type DeliveryDue = z.output<typeof deliveryDue.payload>;

/** Once an hour: what waits although it should have left. */
export const deliveriesForgotten = defineJob("deliveries-forgotten", z.looseObject({}));
