// One address for everything: answers the API itself and hands the rest to Next. See architecture.md, three processes.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { API_PATH, CALENDAR_PATH, DOWNLOAD_PATH, UPLOAD_PATH } from "@/shared/api-convention";
import { LIVE_PATH } from "@/shared/live-convention";
import { clientAddress } from "./client-address";
import { isOurHost } from "./request-guard";
import type { RequestWatch } from "./request-watch";
import { setSecurityHeaders } from "./security-headers";
import type { WebProxy } from "./web-proxy";

const BODY_PATIENCE_MS = 300_000;

export interface FrontDoorOptions {
  readonly appUrl: string;
  readonly trustedProxies: number;
  /** Whether Next's reload socket is let through. */
  readonly isDevelopment: boolean;
  readonly web: WebProxy;
  /** Takes the sockets of live documents. */
  readonly live: (request: IncomingMessage, socket: Socket, head: Buffer) => void;
  /** Answers what lies below `API_PATH`. */
  readonly api: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Takes files below `UPLOAD_PATH`. */
  readonly uploads: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Gives files at `DOWNLOAD_PATH`. */
  readonly downloads: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Gives calendars below `CALENDAR_PATH`. */
  readonly calendars: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Why the installation isn't ready, or undefined when it is. */
  readonly unreadiness: () => Promise<string | undefined>;
  /** Answers /api/metrics. */
  readonly metrics: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly watch: RequestWatch;
}

/** Makes the server; the caller lets it listen. Neither a broken socket nor a missing Next ends the process. */
export function frontDoor(options: FrontDoorOptions): Server {
  const server = createServer(
    { keepAliveTimeout: 65_000, headersTimeout: 20_000, requestTimeout: 0 },
    (request, response) => {
      request.on("error", () => {});
      response.on("error", () => {});
      setSecurityHeaders(response, options.appUrl);
      const path = plainPath(request.url ?? "/");
      options.watch.request(request, response, path, () => void route(request, response, path, options));
    },
  );
  server.on("clientError", (_error, socket) => {
    if (socket.writable) socket.end("HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n");
    else socket.destroy();
  });
  server.on("upgrade", (request, socket: Socket, head) => {
    socket.on("error", () => socket.destroy());
    if (isOurSocket(request, options.appUrl)) {
      options.watch.socket(socket);
      return options.live(request, socket, head);
    }
    const isReload = options.isDevelopment && request.url?.startsWith("/_next/");
    if (!isReload || !isOurHost(request.headers.host, options.appUrl)) {
      socket.end("HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n");
      return;
    }
    options.web.upgrade(request, socket, head, callerOf(request, options.trustedProxies));
  });
  return server;
}

/** Whether a page of ours asks for a live document: browsers let other sites open sockets with our cookies. */
function isOurSocket({ url = "", headers }: IncomingMessage, appUrl: string): boolean {
  return plainPath(url) === LIVE_PATH && headers.origin === appUrl && isOurHost(headers.host, appUrl);
}

/** Address of the client as far as it can be trusted. */
export function callerOf(request: IncomingMessage, trustedProxies: number): string {
  const forwarded = request.headers["x-forwarded-for"];
  return clientAddress(request.socket.remoteAddress, forwarded?.toString(), trustedProxies);
}

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  options: FrontDoorOptions,
): Promise<void> {
  // Before the check of the host: probes ask by whatever address they know.
  if (path === "/api/health") return sendJson(response, 200, { status: "ok" });
  if (path === "/api/ready") {
    const reason = await options.unreadiness();
    return sendJson(response, reason ? 503 : 200, reason ? { status: "unavailable", reason } : { status: "ok" });
  }
  if (path === "/api/metrics") return options.metrics(request, response);
  if (!isOurHost(request.headers.host, options.appUrl)) {
    return sendJson(response, 421, { error: `Dramatis is at ${options.appUrl}.` });
  }
  if (path.startsWith(`${UPLOAD_PATH}/`)) return options.uploads(request, response);
  if (path === DOWNLOAD_PATH) return options.downloads(request, response);
  if (path.startsWith(`${CALENDAR_PATH}/`)) return options.calendars(request, response);
  // A file may take hours; anything else has arrived by then.
  endIfLate(request);
  if (path.startsWith(`${API_PATH}/`)) return options.api(request, response);
  // next-auth's own session endpoint signs everybody out when the database hiccups; ours is a procedure.
  if (path === "/api/auth/session") return sendJson(response, 404, { error: "Not found." });
  options.web.page(request, response, callerOf(request, options.trustedProxies));
}

/** As Node's own `requestTimeout`, which can't tell a file from a call. */
function endIfLate(request: IncomingMessage): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const late = setTimeout(() => request.destroy(), BODY_PATIENCE_MS);
  late.unref();
  request.once("close", () => clearTimeout(late));
}

/** The path as Next would understand it, so that no other spelling gets past a rule here. */
function plainPath(url: string): string {
  const raw = url.split(/[?#]/, 1)[0] ?? "";
  let path = raw;
  try {
    path = decodeURIComponent(raw);
  } catch {
    // Not decodable: no rule of ours fits, and Next refuses it.
  }
  const folded = path.replace(/[\\/]+/g, "/");
  return folded.length > 1 && folded.endsWith("/") ? folded.slice(0, -1) : folded;
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(body));
}
