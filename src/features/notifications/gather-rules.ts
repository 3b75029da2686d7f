// Much that one person is told at once is told in one notice, which leads to the list.
import { type NotificationKind, type NotificationSubject, subjectText } from "./notification-rules";

/** What one person is told of one document. */
export interface SingleNotice {
  readonly userId: string;
  readonly kind: NotificationKind;
  readonly subject: NotificationSubject;
  readonly fact: string;
}

/** As `notifyAll` takes it. */
export interface GatheredNotice {
  readonly userIds: readonly string[];
  readonly kind: NotificationKind;
  readonly subject: NotificationSubject;
  readonly fact: string;
}

/** From how many documents of a kind on. */
const MANY = 5;

/** The same of many documents of a kind becomes one notice for each person, the same of one document one for everybody. */
export function gatherNotices(told: readonly SingleNotice[]): readonly GatheredNotice[] {
  const byPerson = Map.groupBy(told, ({ userId, kind, subject }) =>
    [userId, kind, subjectText(subject, "documentKind")].join(" "),
  );
  const gathered: GatheredNotice[] = [];
  const single: SingleNotice[] = [];
  for (const ofPerson of byPerson.values()) {
    if (ofPerson.length < MANY) single.push(...ofPerson);
    else gathered.push(...noticeOfMany(ofPerson));
  }
  for (const [fact, ofFact] of Map.groupBy(single, (one) => one.fact)) {
    const userIds = ofFact.map(({ userId }) => userId);
    for (const { kind, subject } of ofFact.slice(0, 1)) gathered.push({ userIds, kind, subject, fact });
  }
  return gathered;
}

function noticeOfMany(told: readonly SingleNotice[]): readonly GatheredNotice[] {
  // The same of the same documents is the same fact; the first of them and their number tell facts apart.
  const fact = `${told.map((one) => one.fact).sort()[0]}:${told.length}`;
  return told.slice(0, 1).map(({ userId, kind, subject }) => {
    const same = ["documentKind", "list", "mark", "sentence"].filter((name) =>
      told.every((one) => one.subject[name] === subject[name]),
    );
    const shared = Object.fromEntries(same.map((name) => [name, subject[name] ?? null]));
    return { userIds: [userId], kind, subject: { ...shared, count: told.length }, fact };
  });
}
