// What the demo's people say to each other, so that a first look shows threads, mentions and a notice.
import { documentKinds } from "@/api/document-kinds";
import { fieldAt, itemsAt, placeOf } from "@/features/documents/field-rules";
import { mentionOf } from "@/features/documents/threads/thread-rules";
import { replyToThread } from "@/features/documents/threads/use-cases/reply-to-thread";
import { startTextThread } from "@/features/documents/threads/use-cases/start-text-thread";
import { startThread } from "@/features/documents/threads/use-cases/start-thread";
import { readDocument, readDraft } from "@/features/documents/use-cases/read-document";
import { personaKind } from "@/features/personas/persona-kind";
import { openScope } from "@/server/access/open-scope";
import type { Tx } from "@/server/db/client";

const KINDS = documentKinds;
const DECISION = fieldAt(personaKind.fields, "claims.decision");

/** The title of the persona that they speak about. */
export const DEMO_TALKED_ABOUT = "Maya Okafor";
/** The title of the scenario whose words they speak about. */
export const DEMO_READ_CLOSELY = "The hinge that didn't fit";

interface DemoTalk {
  readonly workspaceId: string;
  readonly documentId: string;
  readonly userIdOf: (nickname: string) => string;
}

/** Two threads: a doubt about a claim of the draft, and a reader's question about what is published. */
export async function sayThings(tx: Tx, { workspaceId, documentId, userIdOf }: DemoTalk): Promise<void> {
  const scopeOf = (nickname: string) => openScope(tx, userIdOf(nickname), workspaceId, "document.comment");
  const ben = await scopeOf("ben");
  const { content } = await readDraft(ben.also("draft.read"), personaKind, documentId);
  const claim = itemsAt(content, DECISION.path).find(({ provenance }) => provenance === "assumption");
  if (!claim) throw new Error("the demo's persona rests on no assumption");
  const doubt = await startThread(ben, KINDS, {
    workspaceId,
    documentId,
    place: placeOf([...DECISION.path, claim.id]),
    version: null,
    body: `Only one of seven interviews said this. Keep as an assumption, ${mentionOf({ userId: userIdOf("ana"), name: "Ana" })}?`,
  });
  await replyToThread(await scopeOf("ines"), KINDS, {
    threadId: doubt.threadId,
    body: "The spring survey asks about it. I would wait for that before we build a campaign on it.",
  });

  const sara = await scopeOf("sara");
  const { published } = await readDocument(sara.also("document.read"), personaKind, documentId);
  if (!published) throw new Error("the demo's persona was never published");
  await startThread(sara, KINDS, {
    workspaceId,
    documentId,
    place: "quote",
    version: published.number,
    body: "May I use this sentence in the autumn mailing, or is it in our words?",
  });
}

/** On words of a scenario's draft: a question, and other words that wait for an editor. */
export async function readClosely(tx: Tx, { workspaceId, documentId, userIdOf }: DemoTalk): Promise<void> {
  const ines = await openScope(tx, userIdOf("ines"), workspaceId, "document.comment");
  const on = { documentId, version: null, positions: null };
  await startTextThread(ines, KINDS, {
    ...on,
    quote: "She has nineteen minutes before swimming",
    body: "Did she say nineteen, or do we? The recording would settle it.",
    proposal: null,
  });
  await startTextThread(ines, KINDS, {
    ...on,
    quote: "the children find that funny",
    body: "Closer to how she told it.",
    proposal: "the children swing on it",
  });
}
