// Hands requests on to `next start`, which stays untouched behind the front door.
import { Agent, type IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { createProxyServer } from "httpxy";
import { PATH_HEADER } from "@/shared/api-convention";

export interface WebProxy {
  page(request: IncomingMessage, response: ServerResponse, clientIp: string): void;
  upgrade(request: IncomingMessage, socket: Socket, head: Buffer, clientIp: string): void;
}

/** What only we may tell Next, and what only Next tells itself. */
const NEVER_FROM_OUTSIDE = ["forwarded", "x-forwarded-port", "x-middleware-subrequest", "content-security-policy"];

export function webProxy(webPort: number, appUrl: string): WebProxy {
  const { host, protocol } = new URL(appUrl);
  const proxy = createProxyServer({
    target: `http://127.0.0.1:${webPort}`,
    agent: new Agent({ keepAlive: true, maxSockets: 256, maxFreeSockets: 32 }),
    proxyTimeout: 120_000,
  });
  // Without a listener a broken connection would end the process.
  proxy.on("error", (error, _request, response) => {
    if (response instanceof ServerResponse) sayUnavailable(response, error);
    else response?.destroy();
  });

  const mark = (request: IncomingMessage, clientIp: string) => {
    for (const name of NEVER_FROM_OUTSIDE) delete request.headers[name];
    request.headers["x-real-ip"] = clientIp;
    request.headers["x-forwarded-for"] = clientIp;
    request.headers["x-forwarded-host"] = host;
    request.headers["x-forwarded-proto"] = protocol.slice(0, -1);
    request.headers[PATH_HEADER] = request.url ?? "/";
  };
  return {
    page: (request, response, clientIp) => {
      mark(request, clientIp);
      proxy.web(request, response).catch(() => response.destroy());
    },
    upgrade: (request, socket, head, clientIp) => {
      mark(request, clientIp);
      socket.on("error", () => socket.destroy());
      proxy.ws(request, socket, {}, head).catch(() => socket.destroy());
    },
  };
}

function sayUnavailable(response: ServerResponse, error: Error): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const isStarting = "code" in error && error.code === "ECONNREFUSED";
  const text = isStarting ? "Dramatis is starting" : "This page could not be made";
  const hint = isStarting ? "It will be here in a moment." : "Nothing was changed. It is tried again in a moment.";
  response.writeHead(502, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "cache-control": "no-store",
    "retry-after": "2",
  });
  response.end(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="2">
<title>${text}</title>
<style>
  :root { color-scheme: light dark }
  body { font: 1.0625rem/1.5 Georgia, serif; max-width: 32rem; margin: 20vh auto 0; padding: 0 1.5rem }
</style>
<h1>${text}</h1>
<p>${hint}</p>
</html>
`);
}
