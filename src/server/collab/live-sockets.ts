// The sockets below live documents: how many, how fast, how long without saying who one is.
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import crossws from "crossws/adapters/node";

export interface SocketLimits {
  /** Bytes of one message. */
  readonly message: number;
  /** Milliseconds until somebody has to have said who they are. */
  readonly patience: number;
  /** Sockets of people that nobody knows yet: altogether, and from one address. */
  readonly unknown: number;
  readonly unknownFrom: number;
  /** Sockets of one person: a tab has one for each text that it shows. */
  readonly person: number;
  /** Messages and bytes that may come at once, and how many of them each second after that. */
  readonly messages: { readonly burst: number; readonly second: number };
  readonly bytes: { readonly burst: number; readonly second: number };
}

/** Somebody who holds a key down sends sixty messages a second, and one who was away a single large one. */
export const SOCKET_LIMITS: SocketLimits = {
  message: 2 * 1024 * 1024,
  patience: 10_000,
  unknown: 1_000,
  unknownFrom: 200,
  person: 40,
  messages: { burst: 2_000, second: 200 },
  bytes: { burst: 16_000_000, second: 1_000_000 },
};

const UNKNOWN = "unknown";

interface SocketHandler {
  handleMessage(data: Uint8Array): void;
  handleClose(event: CloseEvent): void;
}

interface LiveSocket {
  readonly handler: SocketHandler;
  readonly deadline: NodeJS.Timeout;
  readonly mayPass: (bytes: number) => boolean;
  /** What it is counted under. */
  heldBy: readonly string[];
  isOver: boolean;
}

export interface LiveSockets {
  upgrade(request: IncomingMessage, socket: Socket, head: Buffer): void;
  /** Tells whose socket it is; false where that person has too many. */
  know(request: Request, userId: string): boolean;
  /** Lets nobody in any more and ends all that are open. */
  close(): void;
}

export function liveSockets(
  open: (socket: WebSocket, request: Request) => SocketHandler,
  addressOf: (remote: string | undefined, forwarded: string | undefined) => string,
  limits: SocketLimits,
): LiveSockets {
  const byPeer = new Map<string, LiveSocket>();
  const byRequest = new WeakMap<object, LiveSocket>();
  /** How many there are of each person and address, and of people nobody knows. */
  const counts = new Map<string, number>();
  const countOf = (key: string) => counts.get(key) ?? 0;
  const count = (key: string, by: 1 | -1) => {
    const now = countOf(key) + by;
    if (now > 0) counts.set(key, now);
    else counts.delete(key);
  };
  let isClosing = false;

  const sockets = crossws({
    hooks: {
      open: (peer) => {
        const address = addressOf(peer.remoteAddress, peer.request.headers.get("x-forwarded-for") ?? undefined);
        const from = `address:${address}`;
        if (isClosing || countOf(UNKNOWN) >= limits.unknown || countOf(from) >= limits.unknownFrom) {
          return peer.close(1013, "crowded");
        }
        const socket: LiveSocket = {
          handler: open(peer.websocket as WebSocket, peer.request as Request),
          deadline: setTimeout(() => peer.close(4408, "nobody"), limits.patience).unref(),
          mayPass: meter(limits),
          heldBy: [UNKNOWN, from],
          isOver: false,
        };
        for (const key of socket.heldBy) count(key, 1);
        byPeer.set(peer.id, socket);
        byRequest.set(peer.request, socket);
      },
      message: (peer, message) => {
        const socket = byPeer.get(peer.id);
        if (!socket || socket.isOver) return;
        const data = message.uint8Array();
        if (socket.mayPass(data.byteLength)) return socket.handler.handleMessage(data);
        socket.isOver = true;
        peer.close(4429, "too-fast");
      },
      close: (peer, { code = 1006, reason = "" }) => {
        const socket = byPeer.get(peer.id);
        if (!socket) return;
        byPeer.delete(peer.id);
        clearTimeout(socket.deadline);
        for (const key of socket.heldBy) count(key, -1);
        socket.handler.handleClose({ code, reason } as CloseEvent);
      },
      // What can't be read closes by itself, with a code that says why: 1009 for a message that is too large.
      error: () => {},
    },
    serverOptions: { maxPayload: limits.message },
  });

  return {
    upgrade: (request, socket, head) => {
      if (isClosing) socket.destroy();
      else void sockets.handleUpgrade(request, socket, head).catch(() => socket.destroy());
    },
    know: (request, userId) => {
      const socket = byRequest.get(request);
      if (!socket) return false;
      const person = `person:${userId}`;
      if (!socket.heldBy.includes(UNKNOWN)) return socket.heldBy.includes(person);
      if (countOf(person) >= limits.person) return false;
      clearTimeout(socket.deadline);
      for (const key of socket.heldBy) count(key, -1);
      socket.heldBy = [person];
      count(person, 1);
      return true;
    },
    close: () => {
      isClosing = true;
      sockets.closeAll(1012, "restart", true);
    },
  };
}

/** Two buckets that fill by themselves. */
function meter({ messages, bytes }: SocketLimits): (size: number) => boolean {
  let [left, room, at] = [messages.burst, bytes.burst, Date.now()];
  return (size) => {
    const now = Date.now();
    const seconds = (now - at) / 1_000;
    at = now;
    left = Math.min(messages.burst, left + seconds * messages.second) - 1;
    room = Math.min(bytes.burst, room + seconds * bytes.second) - size;
    return left >= 0 && room >= 0;
  };
}
