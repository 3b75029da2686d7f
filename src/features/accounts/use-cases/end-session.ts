import { endLoginSession } from "@/server/auth/login-sessions";
import type { Session } from "@/server/auth/session";
import type { Db } from "@/server/db/client";
import { AppError } from "@/shared/errors";
import type { EndSessionInput } from "../account-contract";

/** Signs one of the person's browsers out; its next request is refused. */
export async function endSession(db: Db, session: Session, { sessionId }: EndSessionInput): Promise<void> {
  if (await endLoginSession(db, session.userId, sessionId)) return;
  throw new AppError("NOT_FOUND", "This browser is signed out already.");
}
