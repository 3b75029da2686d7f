import { z } from "zod";
import { defineJob } from "@/server/jobs/enqueue";

/** Sends the mail of an open invitation. The link is derived when it is sent, so the queue holds no token. */
export const sendInvitationMail = defineJob(
  "invitation.send-mail",
  z.strictObject({ workspaceId: z.uuid(), invitationId: z.uuid(), inviterId: z.uuid() }),
);
