import { forgetEnded } from "@/features/accounts/use-cases/forget-ended";
import type { Db } from "@/server/db/client";
import { sweepOutbox } from "@/server/mail/outbox";
import { forgetDeliveries, forgetInvitationTokens, forgetNotices } from "../retention-queries";

const STEP = 1_000;
/** What a night doesn't reach, the next one does. */
const MOST_STEPS = 1_000;
const OUTBOX_DAYS = 30;

/**
 * Forgets what nobody needs any longer, in short steps so that nothing waits for it: the log of deliveries and read
 * notices as each workspace says, links of old invitations, ended sessions, used links, mails that lie in the outbox.
 */
export async function keepHouse(db: Db, now = new Date(), step = STEP): Promise<void> {
  for (const forget of [forgetDeliveries, forgetNotices, forgetInvitationTokens, forgetEnded]) {
    for (let at = 0; at < MOST_STEPS; at++) {
      if ((await forget(db, step)) < step) break;
    }
  }
  await sweepOutbox(new Date(now.getTime() - OUTBOX_DAYS * 24 * 3_600_000));
}
