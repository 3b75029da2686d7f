import { makeLinkIntent } from "@/server/auth/link-intent";
import { openidName } from "@/server/auth/openid-provider";
import type { Session } from "@/server/auth/session";
import type { Db } from "@/server/db/client";
import { AppError } from "@/shared/errors";
import type { AllowSignOnLinkInput, AllowSignOnLinkOutput } from "../account-contract";
import { checkOwnPassword } from "./check-own-password";

/** Gives leave, for ten minutes and this session, to connect single sign-on to one's account. */
export async function allowSignOnLink(
  db: Db,
  session: Session,
  input: AllowSignOnLinkInput,
): Promise<AllowSignOnLinkOutput> {
  if (!openidName()) throw new AppError("BLOCKED", "This installation has no single sign-on.");
  await checkOwnPassword(db, session, input.password, "password");
  return { returnPath: `/account?link=${makeLinkIntent(session.sessionId)}` };
}
