import type { DocumentKinds } from "@/features/documents/threads/use-cases/discussed-document";
import { notify } from "@/features/notifications/use-cases/notify";
import { type Scope, scopeOfAccepted } from "@/server/access/open-scope";
import type { Db } from "@/server/db/client";
import { inTransaction } from "@/server/db/transaction";
import { roleMay } from "@/shared/permissions";
import { updateSession } from "../../planning/plan-queries";
import { whenText } from "../../planning/when-rules";
import { listPeople } from "../../room/room-queries";
import { announceSession } from "../../room/session-events";
import { lockSession } from "../../session-queries";
import { listDueSessions, listUnvoted } from "../minutes-queries";
import { endSession } from "./close-session";

type LockedSession = NonNullable<Awaited<ReturnType<typeof lockSession>>>;

/**
 * Does what the clock asks of sessions: reminds a day before, opens and closes windows, reminds of those that are about to
 * close. Each session in a transaction of its own, under its lock and after another look: workers may do it at once, and
 * whatever was missed while none ran is done once.
 */
export async function followClock(db: Db, kinds: DocumentKinds, now = new Date()): Promise<void> {
  for (const due of await listDueSessions(db, now)) {
    await inTransaction(db, async (tx) => {
      const scope = await scopeOfAccepted(tx, due.user_id, due.workspace_id);
      const session = await lockSession(tx, due.workspace_id, due.session_id);
      if (session) await ACTS[due.what](scope, session, { kinds, now });
    });
  }
}

interface Clock {
  readonly kinds: DocumentKinds;
  readonly now: Date;
}

type Act = (scope: Scope, session: LockedSession, clock: Clock) => Promise<void>;

const ACTS: Readonly<Record<"soon" | "open" | "ending" | "close", Act>> = {
  soon: async (scope, session) => {
    if (session.state === "planned") await tellAll(scope, session, "session.soon");
  },
  open: async (scope, session, { now }) => {
    if (session.state !== "planned" || session.startsAt > now) return;
    // What should have been over long ago is opened and closed at once: nobody was there, and the minutes say so.
    await updateSession(scope.tx, scope.workspaceId, session.id, { state: "open", openedAt: now });
    if (session.endsAt > now) await tellAll(scope, session, "session.opened");
    await announceSession(scope, session.id, { type: "changed", what: "session" });
  },
  ending: async (scope, session) => {
    if (session.state !== "open") return;
    const { tx, workspaceId } = scope;
    const silent = new Set(await listUnvoted(tx, workspaceId, session.id));
    const voters = (await listPeople(tx, workspaceId, session.id)).filter(({ role }) =>
      roleMay(role, "review.take-part"),
    );
    const missing = voters.filter(({ id }) => silent.has(id)).map(({ id }) => id);
    const told = { kind: "session.ending", isFromClock: true, fact: endingFact(session) } as const;
    const subject = { sessionId: session.id, title: session.title, when: whenText(session), missing: missing.length };
    await notify(scope, { ...told, userIds: [...missing, session.facilitatorId], subject });
  },
  close: async (scope, session, { kinds, now }) => {
    if (session.state === "open" && session.endsAt <= now)
      await endSession(scope, kinds, session, { now, isFromClock: true });
  },
};

/** Of one planned time: when the session is moved, it is another fact. */
const soonFact = ({ id, startsAt }: LockedSession) => `session.soon:${id}:${Math.round(startsAt.getTime() / 1000)}`;
const endingFact = ({ id, endsAt }: LockedSession) => `session.ending:${id}:${Math.round(endsAt.getTime() / 1000)}`;

async function tellAll(scope: Scope, session: LockedSession, kind: "session.soon" | "session.opened"): Promise<void> {
  const people = await listPeople(scope.tx, scope.workspaceId, session.id);
  await notify(scope, {
    kind,
    userIds: people.map(({ id }) => id),
    fact: kind === "session.soon" ? soonFact(session) : `session.opened:${session.id}`,
    subject: { sessionId: session.id, title: session.title, when: whenText(session) },
    isFromClock: true,
  });
}
