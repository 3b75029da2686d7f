import { randomUUID } from "node:crypto";
import { addressKey } from "@/server/auth/client-address";
import { hiddenKey, spend } from "@/server/auth/rate-limit";
import type { Db } from "@/server/db/client";
import { enqueue } from "@/server/jobs/enqueue";
import type { SendLinkInput } from "../account-contract";
import { linkAsked } from "../account-jobs";
import { LINKS_ASKED, MAILS_TO_PERSON } from "../account-limits";

/** Takes the wish for a link by mail. Does the same work for every address; the worker looks whose it is. */
export async function askForLink(db: Db, ip: string, input: SendLinkInput): Promise<void> {
  await spend(db, LINKS_ASKED, addressKey(ip));
  await spend(db, MAILS_TO_PERSON, hiddenKey(input.email));
  await db.transaction((tx) => enqueue(tx, linkAsked, input, `account-link:${randomUUID()}`));
}
