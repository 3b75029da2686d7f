import { noticeLead, noticePath, noticePredicate } from "@/features/notifications/notification-rules";
import { listUnread } from "@/features/notifications/use-cases/read-told";
import type { Scope } from "@/server/access/open-scope";
import type { MailOf } from "@/server/mail/mail-message";
import { exactTimeText } from "@/shared/date-text";
import { localDay, localDayText } from "@/shared/local-day";
import { groupOfKind } from "../../preferences/preference-rules";
import { unsubscribePath } from "../../preferences/unsubscribe-token";
import type { HeldPreferences } from "../../preferences/use-cases/read-preferences";
import { listComing, listDoubtful, listOpenTasks } from "../digest-queries";

const DAY = 24 * 60 * 60 * 1000;
type DigestSection = MailOf<"digest">["sections"][number];

/** What the weekly letter says to the person; null when there is nothing to say. */
export async function writeDigest(
  scope: Scope,
  held: HeldPreferences,
  to: string,
  now: Date,
): Promise<MailOf<"digest"> | null> {
  const { tx, workspaceId, userId } = scope;
  const documents = await listDoubtful(tx, scope, now);
  const sessions = await listComing(tx, scope, now, new Date(now.getTime() + 14 * DAY));
  const tasks = await listOpenTasks(tx, scope);
  const told = await listUnread(scope, new Date(now.getTime() - 7 * DAY));
  const page = (path: string) => `/w/${held.slug}${path}`;
  const pageOf = (kind: string, documentId: string) => page(noticePath({ documentKind: kind, documentId }) ?? "");

  const today = localDay(now.getTime(), held.timeZone);
  const listed = (title: string, some: typeof documents): DigestSection => ({
    title,
    rows: some.map(({ kind, documentId, title: text, dueOn }) => ({
      text: text || "A document without a name",
      path: pageOf(kind, documentId),
      note: dueOn === null ? "" : `due ${localDayText(dueOn, today)}`,
    })),
  });
  const chosen = told.filter(({ kind }) => held.preferences.mail[groupOfKind(kind)] === "digest");
  const sections: readonly DigestSection[] = [
    listed(
      "Overdue",
      documents.filter(({ isOverdue }) => isOverdue),
    ),
    listed(
      "Due for review",
      documents.filter(({ isDue, isOverdue }) => isDue && !isOverdue),
    ),
    listed(
      "Drifting, or in doubt",
      documents.filter(({ isDue, marks }) => !isDue && marks.length > 0),
    ),
    {
      title: "Coming review sessions",
      rows: sessions.map(({ sessionId, title, startsAt, facilitator }) => ({
        text: title,
        path: page(`/reviews/${sessionId}`),
        note: `${exactTimeText(startsAt.toISOString(), held.timeZone)}, led by ${facilitator}`,
      })),
    },
    {
      title: "Your tasks",
      rows: tasks.map(({ text, dueOn, kind, documentId }) => ({
        text,
        path: pageOf(kind, documentId),
        note: `by ${localDayText(dueOn, today)}`,
      })),
    },
    {
      title: "What happened",
      rows: chosen.map((notice) => ({
        text: `${noticeLead(notice, notice.actorName)} ${noticePredicate(notice)}`,
        path: page(noticePath(notice.subject) ?? ""),
        note: "",
      })),
    },
  ].filter(({ rows }) => rows.length > 0);
  if (sections.length === 0) return null;
  return {
    template: "digest",
    to,
    workspaceName: held.workspaceName,
    sections: [...sections],
    path: page(""),
    settingsPath: page("/settings/notifications"),
    unsubscribePath: unsubscribePath({ workspaceId, userId, group: "digest" }),
  };
}
