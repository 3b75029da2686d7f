import { randomUUID } from "node:crypto";
import { addressKey } from "@/server/auth/client-address";
import { hashPassword } from "@/server/auth/passwords";
import { hiddenKey, spend } from "@/server/auth/rate-limit";
import type { Db, Tx } from "@/server/db/client";
import { enqueue } from "@/server/jobs/enqueue";
import { sendMail } from "@/server/mail/mail-jobs";
import type { SignUpInput } from "../account-contract";
import { MAILS_TO_PERSON, SIGN_UPS } from "../account-limits";
import { addUnconfirmedPerson, findPersonByEmail } from "../account-queries";
import { issueLink } from "./issue-link";
import { refuseCommonPassword } from "./refuse-common-password";

/**
 * Signs somebody up and sends the link that confirms the address. The answer and its time are the same when the
 * address has an account; then its owner is told by mail, and nothing is changed.
 */
export async function signUp(db: Db, ip: string, { name, email, password }: SignUpInput): Promise<void> {
  await spend(db, SIGN_UPS, addressKey(ip));
  await refuseCommonPassword(password, { name, email });
  await spend(db, MAILS_TO_PERSON, hiddenKey(email));
  // Before it is known whether it is needed: it takes most of the time.
  const passwordHash = await hashPassword(password);
  await db.transaction(async (tx) => {
    const userId = await addUnconfirmedPerson(tx, { name, email, passwordHash });
    if (userId) await mailVerification(tx, userId, email);
    else await mailOwner(tx, email);
  });
}

async function mailVerification(tx: Tx, userId: string, email: string): Promise<void> {
  const tokenId = await issueLink(tx, userId, "verify-email");
  await enqueue(tx, sendMail, { template: "verify-email", to: email, tokenId }, `mail:verify-email:${tokenId}`);
}

async function mailOwner(tx: Tx, email: string): Promise<void> {
  const owner = await findPersonByEmail(tx, email);
  // A switched-off account gets no mail, and says nothing about itself here either.
  if (!owner || owner.isDisabled) return;
  await enqueue(
    tx,
    sendMail,
    { template: "address-taken", to: email, name: owner.name },
    `mail:address-taken:${randomUUID()}`,
  );
}
