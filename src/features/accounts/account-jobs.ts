import { defineJob } from "@/server/jobs/enqueue";
import { sendLinkInput } from "./account-contract";

/**
 * Somebody asked for a link by mail. Whether the address is anybody's is only looked up by the worker, so that the
 * answer to the browser takes the same time for every address.
 */
export const linkAsked = defineJob("accounts.link-asked", sendLinkInput);
