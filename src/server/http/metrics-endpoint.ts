// Gives a Prometheus what it asks for: figures, no names. Whoever doesn't know the token learns not even that they are there.
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { reportFailure } from "@/server/failure-report";
import type { Metrics } from "@/server/metrics/metrics";

/** Makes the handler of /api/metrics. It never rejects. */
export function metricsEndpoint(token: string | undefined, metrics: Metrics | undefined) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader("cache-control", "no-store");
    if (token === undefined || !metrics || !knows(request, token)) {
      response.writeHead(404, { "content-type": "application/json" });
      response.end(JSON.stringify({ error: "Not found." }));
      return;
    }
    try {
      const text = await metrics.read();
      response.writeHead(200, { "content-type": metrics.contentType });
      response.end(text);
    } catch (error) {
      reportFailure("api", "metrics", error);
      response.destroy();
    }
  };
}

/** Hashes are equally long, which the comparison in constant time needs. */
function knows({ method, headers }: IncomingMessage, token: string): boolean {
  const said = headers.authorization ?? "";
  return method === "GET" && timingSafeEqual(digest(said), digest(`Bearer ${token}`));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
