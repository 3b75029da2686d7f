// The session that the demo's team has held: four documents, each ended in another way, and minutes that say why.
import { documentKinds } from "@/api/document-kinds";
import type { DocumentKind } from "@/features/documents/document-kind";
import { itemsAt, placeOf } from "@/features/documents/field-rules";
import { readDraft } from "@/features/documents/use-cases/read-document";
import { addDays, dayOf } from "@/features/documents/verification/due-day-rules";
import { closeSession } from "@/features/reviews/minutes/use-cases/close-session";
import { momentOf } from "@/features/reviews/planning/local-moment";
import { startSession } from "@/features/reviews/planning/use-cases/lead-session";
import { planSession } from "@/features/reviews/planning/use-cases/plan-session";
import type { DecideItemInput } from "@/features/reviews/room/room-contract";
import type { Verdict, Vote } from "@/features/reviews/room/room-rules";
import { beHere } from "@/features/reviews/room/use-cases/be-here";
import { decideItem } from "@/features/reviews/room/use-cases/decide-item";
import { markClaim } from "@/features/reviews/room/use-cases/mark-claim";
import { writeNote } from "@/features/reviews/room/use-cases/note-on-item";
import { revealItem } from "@/features/reviews/room/use-cases/reveal-item";
import { voteOn } from "@/features/reviews/room/use-cases/vote";
import type { SessionItem } from "@/features/reviews/session-contract";
import { changeTask } from "@/features/reviews/tasks/use-cases/change-task";
import { listOpenTasks } from "@/features/reviews/tasks/use-cases/list-tasks";
import { readSession } from "@/features/reviews/use-cases/read-session";
import { openScope } from "@/server/access/open-scope";
import type { Tx } from "@/server/db/client";
import { DEMO_PEOPLE } from "@/shared/demo-people";
import type { KindName } from "@/shared/document-kinds";
import type { Permission } from "@/shared/permissions";
import { DEMO_TIME_ZONE, daysBefore, happenedAt, workday } from "./demo-clock";
import type { DemoPlace } from "./demo-writing";

/** What a person of the demo is called. */
function nameOf(nickname: string): string {
  return DEMO_PEOPLE.find(({ email }) => email.startsWith(`${nickname}@`))?.name ?? "";
}

const DAYS_AGO = 16;
const PLANNED_DAYS_AGO = 29;
const MINUTE_MS = 60_000;

interface HeldItem {
  readonly kind: KindName;
  readonly title: string;
  readonly votes: Readonly<Record<string, Vote>>;
  readonly marks?: readonly {
    readonly by: string;
    readonly section: string;
    readonly claim: string;
    readonly verdict: Verdict;
    readonly note: string;
  }[];
  readonly notes: readonly (readonly [by: string, text: string])[];
  readonly decided: Pick<DecideItemInput, "result" | "note" | "reason"> & { readonly by: string };
  /** In days from today. */
  readonly tasks?: readonly { readonly text: string; readonly by: string; readonly dueIn: number }[];
}

const AGENDA: readonly HeldItem[] = [
  {
    kind: "persona",
    title: "Tom Reyes",
    votes: { ana: "approve", ben: "approve", kofi: "approve", ines: "approve" },
    marks: [
      {
        ...{ by: "ines", section: "pains", claim: "Tools for rent that the last person didn't clean" },
        ...{ verdict: "keep", note: "I was there. He showed me the blade." },
      },
      {
        ...{ by: "kofi", section: "decision", claim: "Cheap fittings" },
        ...{ verdict: "unsure", note: "Who said this? It is still an assumption." },
      },
    ],
    notes: [
      ["kofi", "The export agrees with the notebook: a weekday, every five to six weeks."],
      ["ben", "Secondary is right. He explains Maya's Saturdays, he doesn't have them."],
    ],
    decided: {
      ...{ by: "ana", result: "published", reason: "new-evidence" },
      note: "Published as it stands: two more sources, and he is a secondary persona now.",
    },
  },
  {
    kind: "segment",
    title: "Trade accounts",
    votes: { ana: "approve", ben: "approve", kofi: "approve", ines: "approve" },
    notes: [["ana", "Three exports in a row, and nobody left or came whom we can't name."]],
    decided: {
      ...{ by: "kofi", result: "still-true" },
      note: "The ledger says the same as in summer: a third of turnover, orders on account, before eight in the morning.",
    },
  },
  {
    kind: "persona",
    title: "Dev Patel",
    votes: { ana: "change", ben: "change", kofi: "approve", ines: "change" },
    marks: [
      {
        ...{ by: "ines", section: "goals", claim: "Spend once, and on the right thing" },
        ...{ verdict: "unsure", note: "One call out of five, and the same flat as call 3." },
      },
      {
        ...{ by: "ana", section: "needs", claim: "What to do first, second and third" },
        ...{ verdict: "keep", note: "Every one of the five asked for this." },
      },
    ],
    notes: [
      ["ines", "Two of the five welcome calls were about the same flat. That leaves four people, not five."],
      ["kofi", "I would have let it pass. Happy to be outvoted."],
    ],
    decided: {
      ...{ by: "ana", result: "changes-asked" },
      note: "Hear three more welcome calls before we build on him.",
    },
    tasks: [
      { text: "Listen to three more welcome calls", by: "ben", dueIn: 5 },
      { text: "Say which of Dev's goals they bear out", by: "ana", dueIn: 6 },
      { text: "Find out whose flat calls 2 and 3 were about", by: "ines", dueIn: 3 },
    ],
  },
  {
    kind: "persona",
    title: "Graham Pike",
    votes: { ana: "retire", ben: "retire", kofi: "retire", ines: "change" },
    notes: [
      ["ines", "I am sorry to see him go. He was the only one who enjoyed the aisles."],
      ["kofi", "Nobody in twelve months of the export shops like this: it was one man at one workshop."],
    ],
    decided: {
      ...{ by: "ben", result: "retired" },
      note: "We made him up before there were figures, and the figures know nobody like him. Tom covers the weekdays.",
    },
  },
];

/** Plans, holds and closes the session. */
export async function holdSession(tx: Tx, place: DemoPlace): Promise<void> {
  const { workspaceId, userIdOf, titles, now } = place;
  const idOf = (title: string) => titles.get(title) ?? "";
  const scopeOf = <P extends Permission>(nickname: string, permission: P) =>
    openScope(tx, userIdOf(nickname), workspaceId, permission);
  const day = workday(addDays(dayOf(now, DEMO_TIME_ZONE), -DAYS_AGO), "earlier");
  const begins = momentOf(`${day}T10:00`, DEMO_TIME_ZONE);
  const minute = (many: number) => new Date(begins.getTime() + many * MINUTE_MS);

  const planned = daysBefore(now, PLANNED_DAYS_AGO);
  const plan = {
    title: "Who comes on weekdays",
    purpose:
      "The loyalty export covers twelve months now. Do the people we wrote down before still stand, and whom did we make up?",
    when: { mode: "live" as const, starts: `${day}T10:00`, minutes: 60 },
    timeZone: DEMO_TIME_ZONE,
    facilitatorId: userIdOf("ana"),
    items: AGENDA.map(({ title }) => ({ documentId: idOf(title), minutes: 15 })),
    participantIds: ["ana", "ben", "kofi", "ines", "sara"].map(userIdOf),
  };
  const { sessionId } = await planSession(await scopeOf("ana", "review.plan"), plan, planned);
  await happenedAt(tx, planned, now);

  await startSession(await scopeOf("ana", "review.plan"), sessionId, begins);
  for (const nickname of ["ana", "ben", "kofi", "ines"]) {
    const here = { workspaceId, sessionId, page: crypto.randomUUID(), isFollowing: true };
    await beHere(await scopeOf(nickname, "review.follow"), { name: nameOf(nickname) }, here, begins);
  }
  const { items } = await readSession(await scopeOf("ana", "review.follow"), sessionId);
  for (const [at, held] of AGENDA.entries()) {
    const item = items.find(({ documentId }) => documentId === idOf(held.title));
    if (!item) throw new Error(`${held.title} isn't on the demo's agenda`);
    await speakOf(tx, place, held, { sessionId, item, at: minute(15 * at + 4) });
  }
  await closeSession(await scopeOf("ana", "review.plan"), documentKinds, sessionId, minute(58));
  await happenedAt(tx, minute(58), now);

  const ines = await scopeOf("ines", "document.read");
  const [own] = (await listOpenTasks(ines, { documentId: idOf("Dev Patel") })).filter(
    ({ assignee }) => assignee.id === ines.userId,
  );
  if (own) await changeTask(ines, { workspaceId, taskId: own.id, isDone: true }, { now });
}

interface Speaking {
  readonly sessionId: string;
  readonly item: SessionItem;
  readonly at: Date;
}

/** All vote and are shown what the others voted, then one of them decides. */
async function speakOf(tx: Tx, place: DemoPlace, held: HeldItem, { sessionId, item, at }: Speaking): Promise<void> {
  const { workspaceId, userIdOf, now } = place;
  const { id: itemId, documentId, currentVersion: version } = item;
  const kind: DocumentKind = documentKinds[held.kind];
  const key = { workspaceId, sessionId, itemId };
  const taking = (nickname: string) => openScope(tx, userIdOf(nickname), workspaceId, "review.take-part");
  const reader = await openScope(tx, userIdOf("ana"), workspaceId, "draft.read");
  const { content, revision } = await readDraft(reader, kind, documentId);
  for (const { by, section, claim, verdict, note } of held.marks ?? []) {
    const path = ["claims", section];
    const marked = itemsAt(content, path).find(({ text }) => text === claim);
    if (!marked) throw new Error(`${held.title} doesn't say “${claim}”`);
    const mark = { ...key, place: placeOf([...path, marked.id]), verdict, note };
    await markClaim(await taking(by), documentKinds, { name: nameOf(by) }, mark);
  }
  for (const [nickname, vote] of Object.entries(held.votes)) {
    await voteOn(await taking(nickname), { name: nameOf(nickname) }, { ...key, vote });
  }
  await revealItem(await taking("ana"), key);
  for (const [by, text] of held.notes) await writeNote(await taking(by), { name: nameOf(by) }, { ...key, text }, at);
  const { by, ...decided } = held.decided;
  const today = dayOf(now, DEMO_TIME_ZONE);
  const tasks = (held.tasks ?? []).map(({ text, by: nickname, dueIn }) => ({
    ...{ text, assigneeId: userIdOf(nickname), dueOn: addDays(today, dueIn) },
  }));
  const decider = await openScope(tx, userIdOf(by), workspaceId, "review.decide");
  const decisionAt = new Date(at.getTime() + 8 * MINUTE_MS);
  await decideItem(decider, documentKinds, { ...key, ...decided, revision, version, tasks }, decisionAt);
  await happenedAt(tx, decisionAt, now);
}
