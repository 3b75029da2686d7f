import { z } from "zod";
import { defineJob } from "@/server/jobs/enqueue";

/** Every few minutes: look whom a notice is due for. `isHelp` for the asked to share the work of one who has much. */
export const noticesDue = defineJob("notices-due", z.looseObject({ isHelp: z.boolean().optional() }));
