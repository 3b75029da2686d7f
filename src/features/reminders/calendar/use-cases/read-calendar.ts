import { noticePath } from "@/features/notifications/notification-rules";
import { openScope } from "@/server/access/open-scope";
import { hashToken } from "@/server/auth/one-time-token";
import { type CalendarTime, calendarEvent, calendarText } from "@/server/calendar/calendar-text";
import { sessionUid } from "@/server/calendar/session-invitation";
import type { Db, Tx } from "@/server/db/client";
import {
  findFrame,
  findReader,
  listDueDays,
  listSessions,
  listTasks,
  listTold,
  touchFeed,
  upsertTold,
} from "../calendar-queries";
import { changesOf, keptSince, type PersonalEvent, shownEvents, type ToldEvent } from "../calendar-rules";

const REFRESH_SECONDS = 60 * 60;

/**
 * The calendar behind a secret address, as its person may see it now; null where the address leads nowhere (any more).
 * What has changed since it was read last is kept with a higher sequence. The same text as long as nothing changes.
 */
export async function readCalendar(db: Db, token: string, appUrl: string, now = new Date()): Promise<string | null> {
  return db.transaction(async (tx) => {
    const reader = await findReader(tx, hashToken(token));
    if (!reader) return null;
    const { workspaceId, userId } = await openScope(tx, reader.userId, reader.workspaceId, "review.follow");
    await touchFeed(tx, reader, now);
    const { name, slug } = await findFrame(tx, workspaceId);
    const told = await listTold(tx, reader);
    const changes = changesOf(told, await wantedEvents(tx, { workspaceId, userId }, now), now);
    await upsertTold(tx, reader, changes);
    const events = new Map([...told, ...changes].map((event) => [event.uid, event]));
    const entries = shownEvents([...events.values()], now).map((event) => entryOf(event, `${appUrl}/w/${slug}`));
    return calendarText({ name: `Reviews of ${name}`, refreshSeconds: REFRESH_SECONDS }, entries.map(calendarEvent));
  });
}

function entryOf({ path, time, description, ...event }: ToldEvent, base: string) {
  const url = base + path;
  const moments: CalendarTime =
    "day" in time ? time : { startsAt: new Date(time.startsAt), endsAt: new Date(time.endsAt) };
  return { ...event, url, description: [description, url].filter(Boolean).join("\n\n"), time: moments };
}

async function wantedEvents(
  tx: Tx,
  reader: { readonly workspaceId: string; readonly userId: string },
  now: Date,
): Promise<readonly PersonalEvent[]> {
  const dueDays = (await listDueDays(tx, reader)).map(
    ({ documentId, kind, title, dueOn, isVerifier, verifiers }): PersonalEvent => ({
      uid: `due-${documentId}@dramatis`,
      title: isVerifier || verifiers.length === 0 ? `Review ${title}` : `${title} is to be reviewed`,
      description: isVerifier || verifiers.length === 0 ? "" : `By ${verifiers.join(", ")}.`,
      path: pathOf({ documentKind: kind, documentId, page: "review" }),
      time: { day: dueOn },
    }),
  );
  const sessions = (await listSessions(tx, reader, keptSince(now))).map(
    ({ sessionId, title, purpose, mode, startsAt, endsAt, facilitator }): PersonalEvent => ({
      uid: sessionUid(sessionId),
      title,
      description: [purpose, mode === "window" ? `Look when you can; ${facilitator} leads.` : `${facilitator} leads.`]
        .filter(Boolean)
        .join("\n\n"),
      path: pathOf({ sessionId }),
      time: { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
    }),
  );
  const tasks = (await listTasks(tx, reader)).map(
    ({ taskId, text, dueOn, documentId, kind, title }): PersonalEvent => ({
      uid: `task-${taskId}@dramatis`,
      title: text,
      description: title && `About ${title}.`,
      path: pathOf({ documentKind: kind, documentId }),
      time: { day: dueOn },
    }),
  );
  return [...dueDays, ...sessions, ...tasks];
}

const pathOf = (subject: Readonly<Record<string, string>>) => noticePath(subject) ?? "";
