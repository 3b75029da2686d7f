// What is told about a session to everybody who has it open. Whoever changes a session announces it here, in the
// transaction that makes it true.
import type { Scope } from "@/server/access/open-scope";
import { announce } from "@/server/events/announce";
import type { SessionEvent } from "./room-contract";

/**
 * As an event travels between processes. Votes and marks travel with what was said, and each listener's stream takes it
 * out for who may not know yet (`room-stream-rules.ts`): nothing of it reaches a browser unseen.
 */
export function sessionTopic(sessionId: string): string {
  return `session:${sessionId}`;
}

/** Tells everybody in the session, with the commit. A state that later comers hear as well is given as `retain`. */
export async function announceSession(
  { tx, workspaceId }: Scope,
  sessionId: string,
  event: SessionEvent,
  retain?: { readonly key: string; readonly seconds: number },
): Promise<void> {
  await announce(tx, { workspaceId, topic: sessionTopic(sessionId), body: event, ...(retain && { retain }) });
}
