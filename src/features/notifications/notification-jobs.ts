import { z } from "zod";
import { defineJob } from "@/server/jobs/enqueue";

/** Somebody was told of something that is worth a mail. What it is about is known further right, and handled there. */
export const noticeGiven = defineJob(
  "notifications.notice-given",
  z.strictObject({ notificationId: z.uuid(), userId: z.uuid(), workspaceId: z.uuid() }),
);
export type NoticeGiven = z.output<typeof noticeGiven.payload>;
