// What the demo's people say to each other: on claims, on words of a story, and on a document as a whole.
import { documentKinds } from "@/api/document-kinds";
import type { DocumentKind } from "@/features/documents/document-kind";
import { itemsAt, placeOf } from "@/features/documents/field-rules";
import { mentionOf } from "@/features/documents/threads/thread-rules";
import { replyToThread } from "@/features/documents/threads/use-cases/reply-to-thread";
import { resolveThread } from "@/features/documents/threads/use-cases/resolve-thread";
import { startTextThread } from "@/features/documents/threads/use-cases/start-text-thread";
import { startThread } from "@/features/documents/threads/use-cases/start-thread";
import { readDraft } from "@/features/documents/use-cases/read-document";
import { openScope } from "@/server/access/open-scope";
import type { Tx } from "@/server/db/client";
import type { KindName } from "@/shared/document-kinds";
import { daysBefore, happenedAt } from "./demo-clock";
import type { DemoPlace } from "./demo-writing";

interface Said {
  readonly by: string;
  /** `@ana` is a mention of her. */
  readonly text: string;
  readonly daysAgo: number;
}

interface Talk {
  readonly kind: KindName;
  readonly title: string;
  /** A claim of the draft, a field of a version, words of the draft's prose, or the document as a whole. */
  readonly on:
    | { readonly section: string; readonly claim: string; readonly version?: number }
    | { readonly field: string; readonly version: number }
    | { readonly words: string; readonly proposal?: string }
    | { readonly version: number };
  readonly said: readonly [Said, ...Said[]];
  readonly resolved?: { readonly by: string; readonly daysAgo: number };
}

const TALKS: readonly Talk[] = [
  {
    kind: "persona",
    title: "Maya Okafor",
    on: { section: "decision", claim: "Partner vetoes anything above £150" },
    said: [
      {
        by: "ben",
        text: "Only one of seven interviews said this, and it was the partner who said it. Keep it as an assumption, @ana?",
        daysAgo: 2,
      },
      {
        by: "ines",
        text: "The spring survey asks who decides above £100. I would wait for that before we build a campaign on it.",
        daysAgo: 1,
      },
    ],
  },
  {
    kind: "persona",
    title: "Maya Okafor",
    on: { field: "quote", version: 3 },
    said: [{ by: "sara", text: "May I use this sentence in the autumn mailing, or is it in our words?", daysAgo: 0.3 }],
  },
  {
    kind: "persona",
    title: "Maya Okafor",
    on: { section: "channels", claim: "Short videos", version: 3 },
    said: [
      { by: "sara", text: "Is there a figure for which channel the videos are on? I book them.", daysAgo: 31 },
      {
        by: "kofi",
        text: "The survey asked for that: most of them watch what a search finds, not one channel.",
        daysAgo: 30,
      },
      { by: "sara", text: "That helps, thank you.", daysAgo: 29 },
    ],
    resolved: { by: "kofi", daysAgo: 29 },
  },
  {
    kind: "scenario",
    title: "The hinge that didn't fit",
    on: { words: "She has nineteen minutes before swimming" },
    said: [{ by: "ines", text: "Did she say nineteen, or do we? The recording would settle it.", daysAgo: 5 }],
  },
  {
    kind: "scenario",
    title: "The hinge that didn't fit",
    on: { words: "the children find that funny", proposal: "the children swing on it" },
    said: [{ by: "ines", text: "Closer to how she told it.", daysAgo: 5 }],
  },
  {
    kind: "segment",
    title: "New movers",
    on: { version: 1 },
    said: [
      {
        by: "kofi",
        text: "The export has no former addresses, so nobody counts these. @ben, could the tills ask for a move when a card is changed?",
        daysAgo: 8,
      },
      {
        by: "ben",
        text: "From the next update of the tills on. Until then it stays a definition in words.",
        daysAgo: 7,
      },
    ],
  },
  {
    kind: "persona",
    title: "Ruth Lindqvist",
    on: { section: "pains", claim: "Three invoices for one job" },
    said: [
      {
        by: "ana",
        text: "Accounts say that this ended in June: one invoice a job. Is it still a pain, @kofi?",
        daysAgo: 22,
      },
      {
        by: "kofi",
        text: "I rang her. One invoice for a job, but three when the job runs over the end of a month. It stays, at 3.",
        daysAgo: 21,
      },
    ],
    resolved: { by: "ana", daysAgo: 20 },
  },
];

export async function sayThings(tx: Tx, place: DemoPlace): Promise<void> {
  for (const talk of TALKS) await hold(tx, place, talk);
}

async function hold(tx: Tx, place: DemoPlace, talk: Talk): Promise<void> {
  const { workspaceId, userIdOf, now } = place;
  const scopeOf = (nickname: string) => openScope(tx, userIdOf(nickname), workspaceId, "document.comment");
  const wordsOf = (text: string) =>
    text.replaceAll(/@(\w+)/g, (_, nickname: string) =>
      mentionOf({ userId: userIdOf(nickname), name: `${nickname[0]?.toUpperCase()}${nickname.slice(1)}` }),
    );
  const [first, ...replies] = talk.said;
  const threadId = await begin(tx, place, talk, wordsOf(first.text));
  await happenedAt(tx, daysBefore(now, first.daysAgo), now);
  for (const { by, text, daysAgo } of replies) {
    await replyToThread(await scopeOf(by), documentKinds, { threadId, body: wordsOf(text) });
    await happenedAt(tx, daysBefore(now, daysAgo), now);
  }
  if (!talk.resolved) return;
  await resolveThread(await scopeOf(talk.resolved.by), documentKinds, { threadId, isResolved: true });
  await happenedAt(tx, daysBefore(now, talk.resolved.daysAgo), now);
}

/** The answer is the thread's id. */
async function begin(tx: Tx, { workspaceId, userIdOf, titles }: DemoPlace, talk: Talk, body: string): Promise<string> {
  const { kind, title, on, said } = talk;
  const documentId = titles.get(title) ?? "";
  const scope = await openScope(tx, userIdOf(said[0].by), workspaceId, "document.comment");
  if ("words" in on) {
    const { threadId, isAnchored } = await startTextThread(scope, documentKinds, {
      ...{ documentId, version: null, positions: null, quote: on.words, body, proposal: on.proposal ?? null },
    });
    if (!isAnchored) throw new Error(`${title} doesn't say “${on.words}”`);
    return threadId;
  }
  let place = "field" in on ? on.field : null;
  if ("section" in on) {
    const read: DocumentKind = documentKinds[kind];
    const reader = await openScope(tx, userIdOf("ana"), workspaceId, "draft.read");
    const { content } = await readDraft(reader, read, documentId);
    const path = ["claims", on.section];
    const claim = itemsAt(content, path).find(({ text }) => text === on.claim);
    if (!claim) throw new Error(`${title} doesn't say “${on.claim}”`);
    place = placeOf([...path, claim.id]);
  }
  const version = "version" in on ? (on.version ?? null) : null;
  const again = await openScope(tx, userIdOf(said[0].by), workspaceId, "document.comment");
  const { threadId } = await startThread(again, documentKinds, { workspaceId, documentId, place, version, body });
  return threadId;
}
