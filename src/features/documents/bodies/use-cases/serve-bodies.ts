// The bodies of documents as live documents: who may write in them, what enters them, and how they are kept.
import * as Y from "yjs";
import { scopeOfAccepted } from "@/server/access/open-scope";
import type { LiveDocuments, LiveWriter } from "@/server/collab/collab-server";
import type { LivePlace } from "@/server/collab/live-place";
import type { Db } from "@/server/db/client";
import { inTransaction } from "@/server/db/transaction";
import type { Hearing } from "@/server/events/event-hub";
import type { RequestContext } from "@/server/trpc/procedures";
import { StandingAccess, signedOut } from "@/server/trpc/standing-access";
import type { KindName } from "@/shared/document-kinds";
import { AppError } from "@/shared/errors";
import { roleMay } from "@/shared/permissions";
import type { DocumentKind } from "../../document-kind";
import { updateProblem } from "../body-gate-rules";
import { findWritable, listUnstored } from "../body-queries";
import { BODY_SCHEMA_VERSION } from "../body-rules";
import { type BodyEvent, bodyTopic } from "../body-topic-rules";
import { UpdateLog } from "./log-updates";
import { FROM_LOG, keepBody, openBody } from "./open-body";
import { storeBody } from "./store-body";

interface ServeOptions {
  readonly db: Db;
  readonly events: RequestContext["events"];
  readonly kinds: Readonly<Record<KindName, DocumentKind>>;
  readonly contextOf: (request: Request) => RequestContext;
}

export function serveBodies({ db, events, kinds, contextOf }: ServeOptions): LiveDocuments {
  const origin = crypto.randomUUID();
  const log = new UpdateLog(db, origin);
  const hearings = new Map<string, Hearing>();

  /** Runs work on a body of whatever kind, as work that was accepted before. */
  const onBody = <T>(
    { workspaceId, documentId }: LivePlace,
    userId: string,
    work: (scope: Awaited<ReturnType<typeof scopeOfAccepted>>, kind: DocumentKind) => Promise<T>,
  ) =>
    inTransaction(db, async (tx) => {
      const scope = await scopeOfAccepted(tx, userId, workspaceId);
      const found = await findWritable(tx, workspaceId, documentId);
      if (!found) throw new AppError("NOT_FOUND", "This document doesn't exist any more.");
      return work(scope, kinds[found.kind]);
    });

  const fill = (place: LivePlace, userId: string, doc: Y.Doc) =>
    onBody(place, userId, async (scope, kind) => {
      const opened = await openBody(scope, kind, place.documentId);
      // Written down at once: whoever opens it next must find the same ids.
      if (opened.isNew) await keepBody(scope, kind, place.documentId, opened);
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(opened.doc), FROM_LOG);
    });

  /** Applies what is written elsewhere, until the hearing ends. */
  const listen = async (place: LivePlace, userId: string, doc: Y.Doc, hearing: Hearing) => {
    for await (const heard of hearing) {
      const event = heard.type === "event" ? (heard.event.body as BodyEvent | null) : null;
      if (event?.origin === origin) continue;
      if (event?.update) Y.applyUpdate(doc, Buffer.from(event.update, "base64"), FROM_LOG);
      else await fill(place, userId, doc);
    }
  };

  return {
    schemaVersion: BODY_SCHEMA_VERSION,
    admit: async (request, { workspaceId, documentId }) => {
      const ctx = contextOf(request);
      const userId = await ctx.claimedUserId();
      if (userId === null) throw signedOut();
      const permission = "draft.read";
      const standing = await StandingAccess.open({ ctx, userId, workspaceId, permission, signal: undefined });
      const found = await standing.inScope(({ tx }) => findWritable(tx, workspaceId, documentId));
      if (!found) throw new AppError("NOT_FOUND", "This document doesn't exist, or you may not see it.");
      const follow: LiveWriter["follow"] = async (onRight, signal) => {
        const followed = await StandingAccess.open({ ctx, userId, workspaceId, permission, signal }).catch((error) => {
          if (error instanceof AppError) return error;
          throw error;
        });
        if (followed instanceof AppError) return followed;
        return followed.follow((role) => onRight(roleMay(role, "draft.edit") && !found.retiredAt));
      };
      return { userId, name: standing.session.name, mayWrite: standing.may("draft.edit") && !found.retiredAt, follow };
    },
    load: async (place, userId, doc) => {
      // Heard before it is read: nothing falls between the two.
      const hearing = await events.hear({ workspaceId: place.workspaceId, topic: bodyTopic(place.documentId) });
      hearings.get(place.documentId)?.close();
      hearings.set(place.documentId, hearing);
      await fill(place, userId, doc);
      void listen(place, userId, doc, hearing).catch(() => hearing.close());
    },
    unload: ({ documentId }) => {
      hearings.get(documentId)?.close();
      hearings.delete(documentId);
    },
    problem: updateProblem,
    write: ({ workspaceId, documentId }, authorId, data) => log.append({ workspaceId, documentId, authorId, data }),
    store: async (place, userId, doc) => {
      await onBody(place, userId, (scope, kind) => storeBody(scope, kind, place.documentId, doc));
    },
  };
}

/** Stores what a process that ended left in the log for more than so many seconds. */
export async function storeLeftBodies(
  { db, kinds }: Pick<ServeOptions, "db" | "kinds">,
  seconds: number,
): Promise<number> {
  const left = await listUnstored(db, seconds);
  for (const { workspaceId, documentId, authorId } of left) {
    await inTransaction(db, async (tx) => {
      const scope = await scopeOfAccepted(tx, authorId, workspaceId);
      const found = await findWritable(tx, workspaceId, documentId);
      if (found) await storeBody(scope, kinds[found.kind], documentId);
    });
  }
  return left.length;
}
