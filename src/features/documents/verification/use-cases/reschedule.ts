// Moves documents to the due days that follow from their cadences as they are now. When they were verified stays.
import { type Scope, scopeOfAccepted } from "@/server/access/open-scope";
import type { Db, Tx } from "@/server/db/client";
import { inTransaction } from "@/server/db/transaction";
import type { KindName } from "@/shared/document-kinds";
import type { DocumentKind } from "../../document-kind";
import { announceChanges } from "../../drafts/use-cases/announce-change";
import type { DocumentContent } from "../../field-rules";
import type { DocumentKinds } from "../../threads/use-cases/discussed-document";
import { findTimeZone, listDefaults, listOwnCadences } from "../cadence-queries";
import { type Cadence, effectiveCadence } from "../cadence-rules";
import { dayOf, type Standing, standingAfter } from "../due-day-rules";
import { lockVerified, updateStandings, type VerifiedDocument } from "../standing-queries";

/** Documents a transaction moves, so that nobody who publishes waits for long. */
const BATCH = 500;

/** One document, which the caller holds. Nothing for what was never verified. */
export async function rescheduleDocument<C extends DocumentContent>(
  { tx, workspaceId }: Scope,
  kind: DocumentKind<C>,
  documentId: string,
): Promise<void> {
  const timeZone = await findTimeZone(tx, workspaceId, true);
  const rows = await lockVerified(tx, workspaceId, { id: documentId, limit: 1, withContent: asking([kind]) });
  await move(tx, workspaceId, { timeZone, kindOf: () => kind }, rows);
}

interface Many {
  readonly workspaceId: string;
  /** In whose name. */
  readonly userId: string;
  /** Null for all. */
  readonly kind: KindName | null;
}

/** All documents of a workspace or of a kind, in batches of a transaction each; may be begun again. */
export async function rescheduleMany(db: Db, kinds: DocumentKinds, { workspaceId, userId, kind }: Many): Promise<void> {
  const withContent = asking(Object.values(kinds));
  let after: string | undefined;
  for (;;) {
    const from = after === undefined ? {} : { after };
    const last = await inTransaction(db, async (tx) => {
      const scope = await scopeOfAccepted(tx, userId, workspaceId);
      // Whoever changes the zone or what is laid down for all waits for this batch, and comes after with a job of their own.
      const timeZone = await findTimeZone(tx, workspaceId, true);
      const rows = await lockVerified(tx, workspaceId, { ...from, kind, limit: BATCH, withContent });
      const moved = await move(tx, workspaceId, { timeZone, kindOf: (name) => kinds[name] }, rows);
      await announceChanges(scope, moved, "document");
      return rows.length < BATCH ? undefined : rows.at(-1)?.id;
    });
    if (last === undefined) return;
    after = last;
  }
}

/** Kinds whose cadence depends on what stands in a document. */
function asking(kinds: readonly Pick<DocumentKind, "name" | "cadence">[]): readonly KindName[] {
  return kinds.flatMap(({ name, cadence }) => (cadence ? [name] : []));
}

interface Around {
  readonly timeZone: string;
  readonly kindOf: (name: KindName) => DocumentKind;
}

/** The answer names those that are due on other days than before, or are paused or not. */
async function move(
  tx: Tx,
  workspaceId: string,
  { timeZone, kindOf }: Around,
  rows: readonly VerifiedDocument[],
): Promise<readonly string[]> {
  const defaults = await listDefaults(tx, workspaceId);
  const own = await listOwnCadences(
    tx,
    workspaceId,
    rows.map(({ id }) => id),
  );
  // Many documents were verified on the same day by the same plan.
  const known = new Map<string, Standing>();
  const standingOf = (verifiedAt: Date, cadence: Cadence): Standing => {
    const { since, ...plan } = cadence;
    const isMeant = since === undefined || verifiedAt >= since;
    const key = `${dayOf(verifiedAt, timeZone)} ${isMeant} ${JSON.stringify(plan)}`;
    const standing = known.get(key) ?? standingAfter(verifiedAt, cadence, timeZone);
    known.set(key, standing);
    return standing;
  };
  return updateStandings(
    tx,
    workspaceId,
    rows.map(({ id, kind, verifiedAt, isRetired, content }) => {
      const { cadence, schema } = kindOf(kind);
      const ofDocument = own.get(id);
      const effective = effectiveCadence(
        {
          document: ofDocument?.cadence ?? null,
          kind: defaults.kinds.get(kind) ?? null,
          workspace: defaults.workspace,
          pause: ofDocument?.pause ?? null,
        },
        cadence && content !== null ? cadence(schema.parse(content)) : null,
      );
      const standing = standingOf(verifiedAt, effective);
      return { id, ...standing, ...(isRetired && { nextNoticeAt: null }) };
    }),
  );
}
