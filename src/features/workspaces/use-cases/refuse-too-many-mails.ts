import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import { countInvitationMails } from "../audit-queries";

const DAY = 24 * 60 * 60 * 1000;
const MAILS_A_DAY = 100;
export const MAILS_A_DAY_TO_ONE_ADDRESS = 5;

/**
 * Keeps a workspace from sending mail in bulk or pestering somebody. Counted from the audit log under the workspace's
 * lock, hence exactly, and without a second connection inside a transaction as a counter elsewhere would need.
 */
export async function refuseTooManyMails({ tx, workspaceId }: Scope, email: string, now: Date): Promise<void> {
  const since = new Date(now.getTime() - DAY);
  if ((await countInvitationMails(tx, workspaceId, since, email)) >= MAILS_A_DAY_TO_ONE_ADDRESS) {
    throw new AppError(
      "LIMIT",
      `${email} was sent ${MAILS_A_DAY_TO_ONE_ADDRESS} invitations today. Try again tomorrow.`,
    );
  }
  if ((await countInvitationMails(tx, workspaceId, since)) >= MAILS_A_DAY) {
    throw new AppError("LIMIT", `This workspace sent ${MAILS_A_DAY} invitations today. Try again tomorrow.`);
  }
}
