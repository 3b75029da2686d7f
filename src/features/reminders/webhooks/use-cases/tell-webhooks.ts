import type { Scope } from "@/server/access/open-scope";
import { canonicalHash } from "@/server/hash/canonical-hash";
import { enqueueAll } from "@/server/jobs/enqueue";
import { deliveryDue } from "../../delivery/delivery-jobs";
import { gatheredFact, MANY } from "../webhook-fact-rules";
import { insertCalls, listWebhookRows } from "../webhook-queries";
import { isTold, type WebhookEvent, type WebhookFact } from "../webhook-rules";

/**
 * Lets every webhook of the workspace that wants to hear of it be called, in the transaction that makes it true or that heard
 * of it by a job: each is told of a fact once, however often it comes here. Those that pause are told nothing, and where
 * nobody listens the facts aren't even looked up. People who read along are told of many things of a kind at once.
 */
export async function tellWebhooks(scope: Scope, factsOf: () => Promise<readonly WebhookFact[]>): Promise<void> {
  const listening = (await listWebhookRows(scope.tx, scope.workspaceId)).filter(({ isPaused }) => !isPaused);
  if (listening.length === 0) return;
  const facts = await factsOf();
  const calls = listening.flatMap(({ id, kinds, format }) => {
    const wanted = facts.filter(({ type }) => isTold(kinds, type));
    const told = format === "slack" ? gathered(wanted) : wanted;
    return told.map(({ fact, ...event }) => ({ target: id, fact, event }));
  });
  await letCall(scope, calls);
}

/** Many of one kind become one; the same many are the same fact. */
function gathered(facts: readonly WebhookFact[]): readonly WebhookFact[] {
  return [...Map.groupBy(facts, ({ type }) => type).values()].flatMap((alike) =>
    alike.length < MANY ? alike : [gatheredFact(alike, canonicalHash(alike.map(({ fact }) => fact).sort()))],
  );
}

const BATCH = 2_000;

interface WaitingCall {
  /** The webhook's id. */
  readonly target: string;
  readonly fact: string;
  readonly event: WebhookEvent;
}

/** Keeps calls and has them made as soon as this is true. */
export async function letCall({ tx, workspaceId }: Scope, calls: readonly WaitingCall[]): Promise<void> {
  // A statement has room for so many values.
  for (let at = 0; at < calls.length; at += BATCH) {
    const kept = await insertCalls(tx, workspaceId, calls.slice(at, at + BATCH));
    await enqueueAll(
      tx,
      deliveryDue,
      kept.map(({ id }) => ({ payload: { workspaceId, deliveryId: id, userId: null }, key: `delivery:${id}` })),
    );
  }
}
