import { notify } from "@/features/notifications/use-cases/notify";
import type { Scope } from "@/server/access/open-scope";
import { findSession } from "../../session-queries";
import { whenText } from "../when-rules";

interface Told {
  readonly kind: "session.invited" | "session.changed" | "session.cancelled";
  readonly userIds: readonly string[];
  /** Why it was cancelled. */
  readonly reason?: string;
}

/**
 * Tells people of a session as it stands now, in the app and by a letter that their calendars understand. Each revision of
 * the plan is a fact of its own.
 */
export async function tellInvited(scope: Scope, sessionId: string, { kind, userIds, reason }: Told): Promise<void> {
  if (userIds.length === 0) return;
  const row = await findSession(scope.tx, scope.workspaceId, sessionId);
  if (!row) return;
  const { title, revision } = row.session;
  await notify(scope, {
    kind,
    userIds,
    fact: `${kind}:${sessionId}:${revision}`,
    subject: { sessionId, title, when: whenText(row.session), ...(reason !== undefined && { reason }) },
  });
}
