import { z } from "zod";
import { defineJob } from "@/server/jobs/enqueue";

/** Every quarter of an hour: whose weekly letter is due. */
export const digestsDue = defineJob("digests-due", z.looseObject({}));
