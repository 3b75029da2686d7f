// What webhooks are told, in words and for machines.
import { RESULT_WORDS, type ReviewResult } from "@/features/documents/verification/verification-rules";
import { noticePath } from "@/features/notifications/notification-rules";
import { dayText } from "@/shared/date-text";
import type { KindName } from "@/shared/document-kinds";
import type { WebhookFact } from "./webhook-rules";

/** Of a document, as every fact about one tells it. */
interface About {
  readonly documentId: string;
  readonly kind: KindName;
  readonly title: string;
}

const nameOf = ({ title, kind }: About) => title || `A ${kind} without a name`;

function ofDocument(about: About, page?: "review") {
  const { documentId, kind, title } = about;
  const path = noticePath({ documentKind: kind, documentId, ...(page && { page }) }) ?? "";
  return { path, action: `Open ${nameOf(about)}`, document: { id: documentId, kind, title } };
}

const by = (dueOn: string) => dayText(`${dueOn}T00:00:00Z`, "UTC");

interface Verified extends About {
  readonly result: ReviewResult;
  readonly version: number | null;
  readonly note: string;
  readonly at: Date;
  readonly by: string;
  readonly dueOn: string | null;
}

export function verifiedFact(verificationId: number, verified: Verified): WebhookFact {
  const { result, version, note, at, dueOn, by: person } = verified;
  const { path, action, document } = ofDocument(verified);
  const name = nameOf(verified);
  const isGood = result === "published" || result === "still-true";
  const what = {
    published: `${person} published version ${version} of ${name}.`,
    "still-true": `${person} confirmed that ${name} is still true.`,
    "changes-asked": `${person} asks for changes to ${name}.`,
    retired: `${person} retired ${name}.`,
  }[result];
  const next = isGood && dueOn ? ` Its next review is due by ${by(dueOn)}.` : "";
  return {
    type: result === "published" ? "version.published" : "document.verified",
    fact: `verification:${verificationId}`,
    at: at.toISOString(),
    sentence: `${what}${note && ` “${note}”`}${next}`,
    path,
    action,
    data: { document, result, version, note, by: person, dueOn: isGood ? dueOn : null },
  };
}

interface Marked extends About {
  readonly sentence: string;
  readonly since: Date;
}

export function markedFact(marked: Marked, mark: string, sourceId: string): WebhookFact {
  const { sentence, since } = marked;
  const { path, action, document } = ofDocument(marked, "review");
  return {
    type: "document.marked",
    fact: `marked:${marked.documentId}:${mark}:${sourceId}:${since.toISOString()}`,
    at: since.toISOString(),
    sentence: `${nameOf(marked)}: ${sentence}`,
    path,
    action,
    data: { document, mark, why: sentence },
  };
}

/** Each day of each document is told once as due and once as overdue, however many people hear of it. */
export function dueFact(due: About & { readonly dueOn: string }, isOverdue: boolean, at: Date): WebhookFact {
  const { dueOn, documentId } = due;
  const { path, action, document } = ofDocument(due, "review");
  const type = isOverdue ? "document.overdue" : "document.due";
  const how = isOverdue ? "is overdue: it was to be reviewed by" : "is to be reviewed by";
  return {
    type,
    fact: `${type}:${documentId}:${dueOn}`,
    at: at.toISOString(),
    sentence: `${nameOf(due)} ${how} ${by(dueOn)}.`,
    path,
    action,
    data: { document, dueOn },
  };
}

interface Session {
  readonly sessionId: string;
  readonly title: string;
  readonly facilitator: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
}

function ofSession({ sessionId, title, startsAt, endsAt, timeZone, facilitator }: Session) {
  const session = { id: sessionId, title, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), timeZone };
  return { path: noticePath({ sessionId }) ?? "", data: { session: { ...session, facilitator } } };
}

export function plannedFact(
  session: Session & { readonly createdAt: Date; readonly documents: number },
  when: string,
): WebhookFact {
  const { sessionId, title, facilitator, createdAt, documents } = session;
  const { path, data } = ofSession(session);
  const count = documents === 1 ? "one document" : `${documents} documents`;
  return {
    type: "session.planned",
    fact: `session-planned:${sessionId}`,
    at: createdAt.toISOString(),
    sentence: `${facilitator} will lead the review session “${title}” of ${count}: ${when}.`,
    path,
    action: "Open the session",
    data: { ...data, documents },
  };
}

interface Decision extends About {
  readonly result: ReviewResult | null;
  readonly version: number | null;
  readonly note: string;
}

export function closedFact(
  session: Session & { readonly closedAt: Date | null },
  decisions: readonly Decision[],
): WebhookFact {
  const { sessionId, title, closedAt } = session;
  const { path, data } = ofSession(session);
  const lines = decisions.map((one) => {
    const what = one.result ? RESULT_WORDS[one.result] : "Not decided";
    const version = one.result && one.version !== null ? ` (v${one.version})` : "";
    return `• ${nameOf(one)}: ${what}${version}`;
  });
  return {
    type: "session.closed",
    fact: `session-closed:${sessionId}`,
    at: (closedAt ?? session.endsAt).toISOString(),
    sentence: [`The review session “${title}” is over.`, ...lines].join("\n"),
    path,
    action: "Read the minutes",
    data: {
      ...data,
      decisions: decisions.map(({ result, version, note, ...about }) => {
        return { document: ofDocument(about).document, result, version, note };
      }),
    },
  };
}

interface Task extends About {
  readonly taskId: string;
  readonly text: string;
  readonly dueOn: string;
  readonly createdAt: Date;
  readonly assignee: string;
  readonly giver: string;
}

export function taskFact(task: Task): WebhookFact {
  const { taskId, text, dueOn, createdAt, assignee, giver } = task;
  const { path, action, document } = ofDocument(task);
  return {
    type: "task.given",
    fact: `task:${taskId}`,
    at: createdAt.toISOString(),
    sentence: `${giver} asks ${assignee} to do something about ${nameOf(task)} by ${by(dueOn)}: ${text}`,
    path,
    action,
    data: { document, task: { id: taskId, text, dueOn, assignee, by: giver } },
  };
}

/** From so many things of a kind on people are told of them at once. */
export const MANY = 5;
const NAMED = 10;

export function gatheredFact(alike: readonly WebhookFact[], hash: string): WebhookFact {
  const [first] = alike;
  if (!first) throw new Error("Many are not none.");
  const lines = alike.slice(0, NAMED).map(({ sentence }) => `• ${sentence}`);
  const more = alike.length > NAMED ? [`… and ${alike.length - NAMED} more.`] : [];
  return {
    type: first.type,
    fact: `many:${hash}`,
    at: first.at,
    sentence: [...lines, ...more].join("\n"),
    path: "",
    action: "Open the workspace",
    data: { count: alike.length },
  };
}
