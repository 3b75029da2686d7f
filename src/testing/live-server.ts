// Live documents in the test's own process, over real sockets and a database of one's own, and what must hold whatever
// happens to them.
import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { expect } from "vitest";
import * as Y from "yjs";
import { documentKinds } from "@/api/document-kinds";
import { type BodyNode, bodyText } from "@/features/documents/bodies/body-rules";
import { readBody } from "@/features/documents/bodies/body-yjs";
import { serveBodies } from "@/features/documents/bodies/use-cases/serve-bodies";
import { type CollabServer, collabServer } from "@/server/collab/collab-server";
import type { SocketLimits } from "@/server/collab/live-sockets";
import { type Events, eventsOver } from "@/server/events/event-listener";
import type { RequestContext } from "@/server/trpc/procedures";
import type { TestDatabase } from "./database";
import type { LiveEditor } from "./live-editor";
import { sessionOf } from "./sessions";

export interface LiveServer {
  readonly appUrl: string;
  readonly collab: CollabServer;
  readonly events: Events;
  /** People whose session was ended. */
  readonly signedOut: Set<string>;
  close(): Promise<void>;
}

/** A person's id is their cookie. Several servers stand for several processes. */
export async function startLiveServer(database: TestDatabase, limits?: SocketLimits): Promise<LiveServer> {
  const events = eventsOver(database.appUrl);
  const signedOut = new Set<string>();
  const contextOf = (request: Request): RequestContext => {
    const userId = request.headers.get("cookie") || null;
    const session = async () => (userId && !signedOut.has(userId) ? sessionOf(database.owner, userId) : null);
    return {
      db: database.app.db,
      claimedUserId: async () => userId,
      session,
      sessionNow: session,
      events,
      ip: "192.0.2.1",
      userAgent: "test",
    };
  };
  const bodies = serveBodies({
    db: database.app.db,
    log: { run: (work) => work(database.app.db) },
    events,
    kinds: documentKinds,
    contextOf,
  });
  const collab = collabServer(bodies, limits && { limits });
  const server = createServer();
  server.on("upgrade", (request, socket, head) => collab.upgrade(request, socket as Socket, head));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    appUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    collab,
    events,
    signedOut,
    close: async () => {
      await collab.close(5_000);
      server.close();
      await events.close();
    },
  };
}

/** What the database alone would give back: the state and the log. */
export async function durableText(database: TestDatabase, documentId: string): Promise<string> {
  const { sql } = database.owner;
  const doc = new Y.Doc();
  const rows = await sql<{ data: Uint8Array }[]>`
    select state as data from bodies where document_id = ${documentId}
    union all (select data from body_updates where document_id = ${documentId} order by id)`;
  for (const { data } of rows) Y.applyUpdate(doc, data);
  expect(doc.store.pendingStructs).toBeNull();
  return bodyText(readBody(doc).body as BodyNode);
}

/** The oracle: every acknowledged word is in Postgres, all agree, and nothing is there twice. */
export async function nothingLost(
  database: TestDatabase,
  documentId: string,
  editors: readonly LiveEditor[],
  acknowledged: readonly string[],
): Promise<void> {
  const kept = (await durableText(database, documentId)).split("\n");
  for (const line of acknowledged) expect(kept.filter((one) => one === line)).toEqual([line]);
  if (editors.length === 0) return;
  await expect.poll(() => [...new Set(editors.map((editor) => editor.text()))], { timeout: 10_000 }).toHaveLength(1);
  for (const line of acknowledged) expect(editors[0]?.text().split("\n")).toContain(line);
}
