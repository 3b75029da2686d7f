// Holds live documents open and passes on what people write: Hocuspocus, with our own answers to who may, what may, and
// when something counts as written. See the README's decisions on live documents.
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { type beforeHandleAwarenessPayload, type beforeSyncPayload, Hocuspocus } from "@hocuspocus/server";
import crossws from "crossws/adapters/node";
import { messageYjsSyncStep1 } from "y-protocols/sync";
import type * as Y from "yjs";
import { reportFailure } from "@/server/failure-report";
import { AppError } from "@/shared/errors";
import { CLOSE_REASONS, type CloseReason } from "@/shared/live-convention";
import { type LivePlace, livePlace } from "./live-place";

/** Bytes of one message; an update may be 1.5 MB. */
const MAX_MESSAGE = 2 * 1024 * 1024;
const MAX_CLIENTS_PER_DOCUMENT = 120;
/** Characters of what somebody tells about their caret. */
const MAX_AWARENESS = 4_000;

/** Somebody whose rights were checked, for as long as their connection lasts. */
export interface LiveWriter {
  readonly userId: string;
  readonly name: string;
  readonly mayWrite: boolean;
  /** Calls `onRight` when they may write or no longer; resolves with the refusal when they may not even read any more. */
  follow(onRight: (mayWrite: boolean) => void, gone: AbortSignal): Promise<AppError | undefined>;
}

/** What a feature says about its live documents. */
export interface LiveDocuments {
  /** Editors with an older schema are refused: they would delete what they don't know. */
  readonly schemaVersion: number;
  /** Throws AppError for who may not. */
  admit(request: Request, place: LivePlace): Promise<LiveWriter>;
  /** Fills the document with everything that was acknowledged, and keeps it equal to what is written elsewhere. */
  load(place: LivePlace, userId: string, doc: Y.Doc): Promise<void>;
  /** Lets go of what `load` began. */
  unload(place: LivePlace): void;
  /** Why this may not be applied, or null. */
  problem(doc: Y.Doc, update: Uint8Array): CloseReason | null;
  /** Resolves when the update is durable: with false where its author may not write. */
  write(place: LivePlace, userId: string, update: Uint8Array): Promise<boolean>;
  /** Brings what is read elsewhere up to date. */
  store(place: LivePlace, userId: string, doc: Y.Doc): Promise<void>;
}

interface Context {
  readonly place: LivePlace;
  readonly writer: LiveWriter;
}

/** Closes a connection with a reason that the client understands. */
class Refusal extends Error {
  constructor(readonly reason: CloseReason) {
    super(reason);
  }
}

export interface CollabServer {
  upgrade(request: IncomingMessage, socket: Socket, head: Buffer): void;
  /** Lets nobody in any more, stores what isn't stored, and says whether all of it was within `patience` milliseconds. */
  close(patience: number): Promise<boolean>;
  readonly documents: number;
}

export function collabServer(live: LiveDocuments): CollabServer {
  const unstored = new Map<string, Promise<void>>();
  const hocuspocus = new Hocuspocus<Context>({
    quiet: true,
    debounce: 2_000,
    maxDebounce: 10_000,
    timeout: 45_000,
    unloadImmediately: true,
    maxUnauthenticatedQueueSize: MAX_MESSAGE,
    maxUnauthenticatedQueueMessages: 100,
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
      connectionConfig.readOnly = !writer.mayWrite;
      return { place, writer };
    },
    onLoadDocument: async ({ document, context }) => {
      await live.load(context.place, context.writer.userId, document).catch((error: unknown) => {
        throw refusalOf(error);
      });
    },
    connected: async ({ connection, context }) => {
      const gone = new AbortController();
      connection.onClose(() => gone.abort());
      const onRight = (mayWrite: boolean) => {
        if (connection.readOnly === !mayWrite) return;
        connection.readOnly = !mayWrite;
        connection.sendStateless(JSON.stringify({ type: "access", mayWrite }));
      };
      void context.writer.follow(onRight, gone.signal).then((refusal) => {
        if (refusal) connection.close({ code: 4403, reason: refusalOf(refusal).reason });
      });
    },
    beforeSync: async ({ type, payload, document, connection, context }: beforeSyncPayload<Context>) => {
      if (type === messageYjsSyncStep1 || connection.readOnly || isEmpty(payload)) return;
      const problem = live.problem(document, payload);
      if (problem) throw new Refusal(problem);
      const { place, writer } = context;
      const isWritten = await live.write(place, writer.userId, payload).catch((error: unknown) => {
        reportFailure("collab", document.name, error);
        throw new Refusal("unwritten");
      });
      if (!isWritten) throw new Refusal("read-only");
    },
    beforeHandleAwareness: async ({ states, document, connection, context }: beforeHandleAwarenessPayload<Context>) => {
      if (!connection || !context) return;
      const foreign = new Set<number>();
      for (const [other, { clients }] of document.connections) {
        if (other !== connection) for (const client of clients) foreign.add(client);
      }
      for (const [client, state] of states) {
        // A client passes on what it heard of others; each speaks for itself alone.
        if (foreign.has(client) || JSON.stringify(state).length > MAX_AWARENESS) states.delete(client);
        else if (state) Object.assign(state, { user: { id: context.writer.userId, name: context.writer.name } });
      }
      if (states.size > 2) throw new Refusal("foreign");
    },
    onStoreDocument: async ({ document, documentName, lastContext }) => {
      const place = livePlace(documentName);
      if (!place) return;
      const userId = (lastContext as Partial<Context>).writer?.userId ?? "";
      const storing = live.store(place, userId, document);
      unstored.set(documentName, storing);
      try {
        await storing;
        if (unstored.get(documentName) === storing) unstored.delete(documentName);
      } catch (error) {
        // Nothing is lost: what was acknowledged stands in the log, and is stored by the next store or the sweep.
        reportFailure("collab", documentName, error);
      }
    },
    afterUnloadDocument: async ({ documentName }) => {
      const place = livePlace(documentName);
      if (place) live.unload(place);
    },
  });

  const sockets = crossws({
    hooks: {
      open: (peer) => {
        const connection = hocuspocus.handleConnection(peer.websocket as WebSocket, peer.request as Request);
        connections.set(peer.id, connection);
      },
      message: (peer, message) => connections.get(peer.id)?.handleMessage(message.uint8Array()),
      close: (peer, { code = 1006, reason = "" }) => {
        connections.get(peer.id)?.handleClose({ code, reason } as CloseEvent);
        connections.delete(peer.id);
      },
      error: (peer) => peer.terminate(),
    },
    serverOptions: { maxPayload: MAX_MESSAGE },
  });
  const connections = new Map<string, ReturnType<Hocuspocus["handleConnection"]>>();
  let isClosing = false;
  return {
    upgrade: (request, socket, head) => {
      if (isClosing) socket.destroy();
      else void sockets.handleUpgrade(request, socket, head).catch(() => socket.destroy());
    },
    close: async (patience) => {
      isClosing = true;
      hocuspocus.closeConnections();
      sockets.closeAll(1012, "restart", true);
      hocuspocus.flushPendingStores();
      const deadline = Date.now() + patience;
      while (Date.now() < deadline && (hocuspocus.documents.size > 0 || unstored.size > 0)) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return unstored.size === 0;
    },
    get documents() {
      return hocuspocus.documents.size;
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
