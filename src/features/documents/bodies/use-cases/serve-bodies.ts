// The bodies of documents as live documents: who may write in them, what enters them, and how they are kept.
import type * as Y from "yjs";
import { scopeOfAccepted } from "@/server/access/open-scope";
import type { LiveDocuments, LiveWriter } from "@/server/collab/collab-server";
import type { LivePlace } from "@/server/collab/live-place";
import type { Db } from "@/server/db/client";
import type { LastingConnection } from "@/server/db/lasting-connection";
import { inTransaction } from "@/server/db/transaction";
import { reportFailure } from "@/server/failure-report";
import { log as processLog } from "@/server/logging/log";
import type { RequestContext } from "@/server/trpc/procedures";
import { StandingAccess, signedOut } from "@/server/trpc/standing-access";
import type { KindName } from "@/shared/document-kinds";
import { AppError } from "@/shared/errors";
import { roleMay } from "@/shared/permissions";
import type { DocumentKind } from "../../document-kind";
import { isTimeToAsk, keepRestorePoint } from "../../versions/use-cases/keep-restore-point";
import { updateProblem } from "../body-gate-rules";
import { findWritable, listUnstored, storeLazily } from "../body-queries";
import { BODY_SCHEMA_VERSION } from "../body-rules";
import { addWeight, isFull } from "../body-weight-rules";
import { followBody } from "./follow-body";
import { UpdateLog } from "./log-updates";
import { keepBody, openBody } from "./open-body";
import { storeBody } from "./store-body";

interface ServeOptions {
  readonly db: Db;
  /** For the log alone: who waits for a letter doesn't wait for stores and questions before it. */
  readonly log: Pick<LastingConnection, "run">;
  readonly events: RequestContext["events"];
  readonly kinds: Readonly<Record<KindName, DocumentKind>>;
  readonly contextOf: (request: Request) => RequestContext;
}

export function serveBodies({ db, log: connection, events, kinds, contextOf }: ServeOptions): LiveDocuments {
  const origin = crypto.randomUUID();
  const log = new UpdateLog(connection, origin);

  /** Runs work on a body of whatever kind, as work that was accepted before. */
  const onBody = <T>(
    { workspaceId, documentId }: LivePlace,
    userId: string,
    work: (scope: Awaited<ReturnType<typeof scopeOfAccepted>>, kind: DocumentKind, isOpen: boolean) => Promise<T>,
  ) =>
    inTransaction(db, async (tx) => {
      const scope = await scopeOfAccepted(tx, userId, workspaceId);
      const found = await findWritable(tx, workspaceId, documentId);
      if (!found) throw new AppError("NOT_FOUND", "This document doesn't exist any more.");
      return work(scope, kinds[found.kind], found.retiredAt === null);
    });

  /** Brings everything that was acknowledged into the document; answers whether it may be written in. */
  const fill = (place: LivePlace, userId: string, doc: Y.Doc) =>
    onBody(place, userId, async (scope, kind, isOpen) => {
      const opened = await openBody(scope, kind, place.documentId, doc);
      // Written down at once: whoever opens it next must find the same ids.
      if (opened.isNew) await keepBody(scope, kind, place.documentId, opened);
      return isOpen;
    });

  /** Nobody writes in it any more. */
  const keepLeft = (place: LivePlace, userId: string) =>
    onBody(place, userId, (scope, kind) => keepRestorePoint(scope, kind, place.documentId, { isLeft: true })).catch(
      (error: unknown) => {
        // A document that was deleted leaves no copy.
        if (error instanceof AppError && error.code === "NOT_FOUND") return;
        reportFailure("collab", `the copy of ${place.documentId}`, error);
      },
    );

  return {
    schemaVersion: BODY_SCHEMA_VERSION,
    admit: async (request, { workspaceId, documentId }) => {
      const ctx = contextOf(request);
      const userId = await ctx.claimedUserId();
      if (userId === null) throw signedOut();
      const over = new AbortController();
      const asked = { ctx, userId, workspaceId, permission: "draft.read", signal: over.signal } as const;
      const standing = await StandingAccess.open(asked);
      const found = await standing.inScope(({ tx }) => findWritable(tx, workspaceId, documentId));
      if (!found) throw new AppError("NOT_FOUND", "This document doesn't exist, or you may not see it.");
      const follow: LiveWriter["follow"] = (onRight, gone) => {
        gone.addEventListener("abort", () => over.abort(), { once: true });
        if (gone.aborted) over.abort();
        return standing.follow((role) => onRight(roleMay(role, "draft.edit")));
      };
      return {
        userId,
        name: standing.session.name,
        mayWrite: standing.may("draft.edit"),
        isOpen: found.retiredAt === null,
        follow,
      };
    },
    load: async (place, userId, doc, tell) => {
      await followBody({ events, origin, place, doc, tell, fill: () => fill(place, userId, doc) });
      doc.once("destroy", () => void keepLeft(place, userId));
    },
    problem: (doc, update) => updateProblem(doc, update) ?? (isFull(doc, update) ? "full" : null),
    write: async ({ workspaceId, documentId }, authorId, data, doc) => {
      const isTaken = await log.append({ workspaceId, documentId, authorId, data });
      if (isTaken && addWeight(doc, data)) {
        processLog().write("warn", "large text", { documentId });
      }
      return isTaken;
    },
    store: async (place, userId, doc) => {
      await onBody(place, userId, async (scope, kind) => {
        await storeLazily(scope.tx);
        await storeBody(scope, kind, place.documentId, doc);
        if (doc && isTimeToAsk(doc)) await keepRestorePoint(scope, kind, place.documentId);
      });
    },
  };
}

/** Stores what a process that ended left in the log for more than so many seconds. One that can't be doesn't stop the rest. */
export async function storeLeftBodies(
  { db, kinds }: Pick<ServeOptions, "db" | "kinds">,
  seconds: number,
): Promise<number> {
  let stored = 0;
  for (const { workspaceId, documentId, authorId } of await listUnstored(db, seconds)) {
    try {
      await inTransaction(db, async (tx) => {
        const scope = await scopeOfAccepted(tx, authorId, workspaceId);
        const found = await findWritable(tx, workspaceId, documentId);
        if (found) await storeBody(scope, kinds[found.kind], documentId);
      });
      stored += 1;
    } catch (error) {
      reportFailure("collab", `the sweep of ${documentId}`, error);
    }
  }
  return stored;
}
