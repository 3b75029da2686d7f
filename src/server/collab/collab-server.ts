// Holds live documents open and passes on what people write: Hocuspocus, with our own answers to who may, what may, and
// when something counts as written. See the README's decisions on live documents.
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import {
  type beforeHandleAwarenessPayload,
  type beforeSyncPayload,
  type Connection,
  Hocuspocus,
} from "@hocuspocus/server";
import { messageYjsSyncStep1 } from "y-protocols/sync";
import type * as Y from "yjs";
import { reportFailure } from "@/server/failure-report";
import { AppError } from "@/shared/errors";
import { CLOSE_REASONS, type CloseReason } from "@/shared/live-convention";
import { keepOwnStates } from "./live-awareness";
import { type LivePlace, livePlace } from "./live-place";
import { liveSockets, SOCKET_LIMITS, type SocketLimits } from "./live-sockets";
import { PendingStores } from "./pending-stores";

const MAX_CLIENTS_PER_DOCUMENT = 120;

/** Somebody whose rights were checked, for as long as their connection lasts. */
export interface LiveWriter {
  readonly userId: string;
  readonly name: string;
  /** By their role. */
  readonly mayWrite: boolean;
  /** Whether the document may be written in by anybody. */
  readonly isOpen: boolean;
  /** Calls `onRight` when they may write or no longer; resolves with the refusal when they may not even read any more. */
  follow(onRight: (mayWrite: boolean) => void, gone: AbortSignal): Promise<AppError | undefined>;
}

/** What a feature says about its live documents. */
export interface LiveDocuments {
  /** Editors with an older schema are refused: they would delete what they don't know. */
  readonly schemaVersion: number;
  /** Throws AppError for who may not. */
  admit(request: Request, place: LivePlace): Promise<LiveWriter>;
  /**
   * Fills the document with everything that was acknowledged, and keeps it equal to what is written elsewhere until it is
   * destroyed. `tell` is told at once, and whenever it changes, what may be done with the document.
   */
  load(place: LivePlace, userId: string, doc: Y.Doc, tell: (fate: LiveFate) => void): Promise<void>;
  /** Why this may not be applied, or null. */
  problem(doc: Y.Doc, update: Uint8Array): CloseReason | null;
  /** Resolves when the update is durable: with false where its author may not write. */
  write(place: LivePlace, userId: string, update: Uint8Array, doc: Y.Doc): Promise<boolean>;
  /** Brings what is read elsewhere up to date; without a document by what was written down. Throws NOT_FOUND. */
  store(place: LivePlace, userId: string, doc?: Y.Doc): Promise<void>;
}

/** What may be done with a document: `gone` closes it to everybody. */
export type LiveFate = "open" | "retired" | "gone";

interface Context {
  readonly place: LivePlace;
  readonly writer: LiveWriter;
  /** By their role, as it is now. */
  mayWrite: boolean;
}

/** Closes a connection with a reason that the client understands. */
class Refusal extends Error {
  constructor(readonly reason: CloseReason) {
    // Without a message: Hocuspocus logs those, and refusals are everyday.
    super();
    // No failure of ours either: who throws it is known by the reason.
    this.stack = `refused: ${reason}`;
  }
}

export interface CollabServer {
  upgrade(request: IncomingMessage, socket: Socket, head: Buffer): void;
  /** Lets nobody in any more, stores what isn't stored, and says whether all of it was within `patience` milliseconds. */
  close(patience: number): Promise<boolean>;
  readonly documents: number;
  readonly connections: number;
}

export interface CollabOptions {
  /** The address of somebody, by that of their socket and what proxies say. */
  readonly addressOf?: (remote: string | undefined, forwarded: string | undefined) => string;
  readonly limits?: SocketLimits;
}

export function collabServer(live: LiveDocuments, options: CollabOptions = {}): CollabServer {
  const { addressOf = (remote = "") => remote, limits = SOCKET_LIMITS } = options;
  const stores = new PendingStores(live.store);
  const fates = new WeakMap<Y.Doc, LiveFate>();

  /** Lets somebody write, or no longer, by their role and the document's fate. */
  const settle = (connection: Connection<Context>) => {
    const fate = fates.get(connection.document) ?? "open";
    if (fate === "gone") return connection.close({ code: 4404, reason: "gone" satisfies CloseReason });
    const mayWrite = connection.context.mayWrite && fate === "open";
    if (connection.readOnly === !mayWrite) return;
    connection.readOnly = !mayWrite;
    connection.sendStateless(JSON.stringify({ type: "access", mayWrite }));
  };

  const hocuspocus = new Hocuspocus<Context>({
    quiet: true,
    debounce: 3_000,
    maxDebounce: 10_000,
    timeout: 45_000,
    unloadImmediately: true,
    maxUnauthenticatedQueueSize: limits.message,
    maxUnauthenticatedQueueMessages: 1_000,
    maxPendingDocuments: 4,
    onAuthenticate: async ({ documentName, request, requestParameters, connectionConfig }) => {
      const place = livePlace(documentName);
      if (!place) throw new Refusal("gone");
      if (Number(requestParameters.get("schema") ?? 0) < live.schemaVersion) throw new Refusal("schema");
      const document = hocuspocus.documents.get(documentName);
      if (document && document.getConnectionsCount() >= MAX_CLIENTS_PER_DOCUMENT) throw new Refusal("crowded");
      const writer = await live.admit(request, place).catch((error: unknown) => {
        throw refusalOf(error);
      });
      if (!sockets.know(request, writer.userId)) throw new Refusal("crowded");
      connectionConfig.readOnly = !(writer.mayWrite && writer.isOpen);
      return { place, writer, mayWrite: writer.mayWrite };
    },
    onLoadDocument: async ({ document, context }) => {
      const tell = (fate: LiveFate) => {
        fates.set(document, fate);
        for (const connection of document.getConnections()) settle(connection);
      };
      await live.load(context.place, context.writer.userId, document, tell).catch((error: unknown) => {
        throw refusalOf(error);
      });
    },
    connected: async ({ connection, context }) => {
      const gone = new AbortController();
      connection.onClose(() => gone.abort());
      settle(connection);
      const onRight = (mayWrite: boolean) => {
        connection.context.mayWrite = mayWrite;
        settle(connection);
      };
      void context.writer
        .follow(onRight, gone.signal)
        .catch((error: unknown) => refusalOf(error))
        .then((refusal) => {
          if (refusal) connection.close({ code: 4403, reason: refusalOf(refusal).reason });
        });
    },
    beforeSync: async ({ type, payload, document, connection, context }: beforeSyncPayload<Context>) => {
      if (type === messageYjsSyncStep1 || connection.readOnly || isEmpty(payload)) return;
      const problem = live.problem(document, payload);
      if (problem) throw new Refusal(problem);
      const { place, writer } = context;
      const isWritten = await live.write(place, writer.userId, payload, document).catch((error: unknown) => {
        reportFailure("collab", document.name, error);
        throw new Refusal("unwritten");
      });
      if (!isWritten) throw new Refusal("read-only");
    },
    beforeHandleAwareness: async ({ states, document, connection, context }: beforeHandleAwarenessPayload<Context>) => {
      if (connection && context) keepOwnStates(states, document, connection, context.writer);
    },
    onStoreDocument: async ({ document, documentName, lastContext }) => {
      const { place, writer } = lastContext as Partial<Context>;
      if (place && writer) await stores.store(documentName, place, writer.userId, document);
    },
  });

  const sockets = liveSockets((socket, request) => hocuspocus.handleConnection(socket, request), addressOf, limits);
  return {
    upgrade: sockets.upgrade,
    close: async (patience) => {
      hocuspocus.closeConnections();
      sockets.close();
      hocuspocus.flushPendingStores();
      const deadline = Date.now() + patience;
      for (let turn = 1; Date.now() < deadline && (hocuspocus.documents.size > 0 || stores.size > 0); turn += 1) {
        if (turn % 25 === 0) stores.hurry();
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      stores.end();
      return stores.size === 0 && hocuspocus.documents.size === 0;
    },
    get documents() {
      return hocuspocus.documents.size;
    },
    get connections() {
      return hocuspocus.getConnectionsCount();
    },
  };
}

function isEmpty(update: Uint8Array): boolean {
  return update.byteLength <= 2 && update.every((byte) => byte === 0);
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (!(error instanceof AppError)) {
    reportFailure("collab", undefined, error);
    return new Refusal("unavailable");
  }
  return new Refusal(CLOSE_REASONS[error.code] ?? "unavailable");
}
