// What happened further left is told to webhooks by a job, which reads it as it stands by then.
import { whenText } from "@/features/reviews/planning/when-rules";
import { scopeOfAccepted } from "@/server/access/open-scope";
import type { Db, Tx } from "@/server/db/client";
import {
  findPlannedSession,
  findVerification,
  listDecisions,
  listGivenTasks,
  listMarked,
} from "../webhook-fact-queries";
import { closedFact, markedFact, plannedFact, taskFact, verifiedFact } from "../webhook-fact-rules";
import type { WebhookFact } from "../webhook-rules";
import { tellWebhooks } from "./tell-webhooks";

interface Who {
  readonly workspaceId: string;
  readonly userId: string;
}

async function tell(db: Db, who: Who, factsOf: (tx: Tx) => Promise<readonly WebhookFact[]>): Promise<void> {
  await db.transaction(async (tx) => {
    const scope = await scopeOfAccepted(tx, who.userId, who.workspaceId);
    await tellWebhooks(scope, () => factsOf(tx));
  });
}

export function tellVerified(db: Db, { verificationId, ...who }: Who & { readonly verificationId: number }) {
  return tell(db, who, async (tx) => {
    const verified = await findVerification(tx, who.workspaceId, verificationId);
    return verified ? [verifiedFact(verificationId, verified)] : [];
  });
}

type Mark = Parameters<typeof listMarked>[3];

export function tellMarkedDocuments(
  db: Db,
  { documentIds, mark, sourceId, ...who }: Who & Mark & { readonly documentIds: readonly string[] },
) {
  return tell(db, who, async (tx) => {
    const marked = await listMarked(tx, who.workspaceId, documentIds, { mark, sourceId });
    return marked.map((one) => markedFact(one, mark, sourceId));
  });
}

export function tellPlanned(db: Db, { sessionId, ...who }: Who & { readonly sessionId: string }) {
  return tell(db, who, async (tx) => {
    const session = await findPlannedSession(tx, who.workspaceId, sessionId);
    return session ? [plannedFact(session, whenText(session))] : [];
  });
}

export function tellClosed(db: Db, { sessionId, ...who }: Who & { readonly sessionId: string }) {
  return tell(db, who, async (tx) => {
    const session = await findPlannedSession(tx, who.workspaceId, sessionId);
    return session ? [closedFact(session, await listDecisions(tx, who.workspaceId, sessionId))] : [];
  });
}

export function tellTasks(db: Db, { taskIds, ...who }: Who & { readonly taskIds: readonly string[] }) {
  return tell(db, who, async (tx) => (await listGivenTasks(tx, who.workspaceId, taskIds)).map(taskFact));
}
