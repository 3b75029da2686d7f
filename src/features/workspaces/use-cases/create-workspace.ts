import { type LimitPolicy, spend } from "@/server/auth/rate-limit";
import type { Session } from "@/server/auth/session";
import type { Db } from "@/server/db/client";
import { AppError } from "@/shared/errors";
import type { CreateWorkspaceInput, JoinedWorkspace } from "../workspace-contract";
import { foundWorkspace } from "./found-workspace";

const CREATIONS: LimitPolicy = { name: "workspace.create", points: 20, seconds: 24 * 60 * 60 };

/** Makes a workspace of which the person is the owner. Needs a verified e-mail address: BLOCKED without. */
export async function createWorkspace(db: Db, session: Session, input: CreateWorkspaceInput): Promise<JoinedWorkspace> {
  if (!session.isEmailVerified) {
    throw new AppError("BLOCKED", "Confirm your e-mail address first: open the link that we sent you.");
  }
  await spend(db, CREATIONS, session.userId);
  return db.transaction((tx) => foundWorkspace(tx, session.userId, input));
}
