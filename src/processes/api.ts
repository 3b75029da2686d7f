// The front door: the API, health, and the way to the pages.
import type { IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { createContext } from "@/api/context";
import { documentKinds } from "@/api/document-kinds";
import { appRouter } from "@/api/root";
import { env } from "@/env";
import { receiveUpload } from "@/features/datasets/importing/upload/use-cases/receive-upload";
import { sweepUploads } from "@/features/datasets/importing/upload/use-cases/sweep-uploads";
import { heedForgetting } from "@/features/datasets/snapshots/forget-files";
import { closeQuestions } from "@/features/datasets/snapshots/snapshot-files";
import { serveBodies, storeLeftBodies } from "@/features/documents/bodies/use-cases/serve-bodies";
import { readCalendar } from "@/features/reminders/calendar/use-cases/read-calendar";
import { exportSegment } from "@/features/segments/measures/use-cases/export-segment";
import { sessionCookieName } from "@/server/auth/session-cookie";
import { collabServer } from "@/server/collab/collab-server";
import { appConnection } from "@/server/db/client";
import { lastingConnection } from "@/server/db/lasting-connection";
import { appEvents } from "@/server/events/event-listener";
import { reportFailure } from "@/server/failure-report";
import { calendarEndpoint } from "@/server/http/calendar-endpoint";
import { clientAddress } from "@/server/http/client-address";
import { downloadEndpoint } from "@/server/http/download-endpoint";
import { callerOf, frontDoor } from "@/server/http/front-door";
import { metricsEndpoint } from "@/server/http/metrics-endpoint";
import { pageRoutes } from "@/server/http/page-routes";
import { unreadiness } from "@/server/http/readiness";
import { requestLog } from "@/server/http/request-log";
import { requestWatch } from "@/server/http/request-watch";
import { trpcEndpoint } from "@/server/http/trpc-endpoint";
import { uploadEndpoint } from "@/server/http/upload-endpoint";
import { isWebPresent } from "@/server/http/web-presence";
import { webProxy } from "@/server/http/web-proxy";
import { log } from "@/server/logging/log";
import { openMetrics } from "./metrics";
import { endWhenAsked, reportReady } from "./stopping";

const { PORT, HOST, APP_URL, NODE_ENV, TRUSTED_PROXIES, DRAIN_SECONDS, METRICS_TOKEN, WEB_PORT = 3001 } = env();

function contextOf(request: IncomingMessage) {
  return createContext({
    cookie: cookie(request.headers.cookie, sessionCookieName()),
    ip: callerOf(request, TRUSTED_PROXIES),
    userAgent: request.headers["user-agent"]?.slice(0, 400) ?? "",
  });
}

function cookie(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(";") ?? []) {
    const entry = part.trim();
    if (entry.startsWith(`${name}=`)) return entry.slice(name.length + 1);
  }
  return undefined;
}

/** Of the log of live documents: one statement at a time is under way in it. */
const bodyLog = lastingConnection(env().DATABASE_APP_URL, 10_000);
const bodies = serveBodies({
  db: appConnection().db,
  log: bodyLog,
  events: appEvents(),
  kinds: documentKinds,
  contextOf: ({ headers }) =>
    createContext({
      cookie: cookie(headers.get("cookie") ?? undefined, sessionCookieName()),
      ip: "",
      userAgent: headers.get("user-agent")?.slice(0, 400) ?? "",
    }),
});
const collab = collabServer(bodies, {
  addressOf: (remote, forwarded) => clientAddress(remote, forwarded, TRUSTED_PROXIES),
});

const procedures = new Set(Object.keys(appRouter._def.procedures));
const metrics = METRICS_TOKEN ? await openMetrics(collab) : undefined;
const routes = { isProcedure: (name: string) => procedures.has(name), pageOf: pageRoutes("src/app") };
const watch = requestWatch(routes, metrics ? [requestLog, metrics.observer] : [requestLog]);

let isEnding = false;
const server = frontDoor({
  watch,
  metrics: metricsEndpoint(METRICS_TOKEN, metrics),
  appUrl: APP_URL,
  trustedProxies: TRUSTED_PROXIES,
  isDevelopment: NODE_ENV === "development",
  web: webProxy(WEB_PORT, APP_URL),
  live: collab.upgrade,
  api: trpcEndpoint({ router: appRouter, appUrl: APP_URL, createContext: contextOf }),
  uploads: uploadEndpoint({ appUrl: APP_URL, receive: (request, upload) => receiveUpload(contextOf(request), upload) }),
  downloads: downloadEndpoint({
    appUrl: APP_URL,
    prepare: (request, query) => exportSegment(contextOf(request), query),
  }),
  calendars: calendarEndpoint({
    read: (token) => readCalendar(appConnection().db, token, APP_URL),
    callerOf: (request) => callerOf(request, TRUSTED_PROXIES),
  }),
  unreadiness: async () => {
    if (isEnding) return "Dramatis is ending.";
    const reason = await unreadiness(appConnection().sql);
    return reason ?? ((await isWebPresent(WEB_PORT)) ? undefined : "The pages are not up.");
  },
});

/** What a process that was killed left in the log is stored by the next, and by any other after a while. */
const sweep = (seconds: number) =>
  storeLeftBodies({ db: appConnection().db, kinds: documentKinds }, seconds).catch((error) =>
    reportFailure("collab", "sweep", error),
  );
// Who lives stores within ten seconds.
const sweeping = setInterval(() => void sweep(30), 30_000);

/** Copies of customer data that are gone elsewhere. */
const forgetting = new AbortController();
void heedForgetting(appEvents(), forgetting.signal).catch((error) => reportFailure("data", "forget", error));

/** Files that were uploaded and never imported. */
const sweepFiles = () => sweepUploads(appConnection().db).catch((error) => reportFailure("uploads", "sweep", error));
const sweepingFiles = setInterval(() => void sweepFiles(), 3_600_000);

// The driver writes once more, a moment later, to a connection that the server has ended; the questions on it are refused
// as they should be. Anything else that nobody caught ends the process, as it would by itself.
process.on("uncaughtException", (error) => {
  reportFailure("api", "uncaught", error);
  if (!/\bnextWrite\b/.test(error.stack ?? "")) process.exit(1);
});

endWhenAsked(async () => {
  isEnding = true;
  // A balancer looks every few seconds, and sends people here until it has.
  await sleep(DRAIN_SECONDS * 1_000);
  clearInterval(sweeping);
  clearInterval(sweepingFiles);
  forgetting.abort();
  const isStored = await collab.close(8_000);
  if (!isStored) process.exitCode = 1;
  const closed = new Promise((resolve) => server.close(resolve));
  // Subscriptions end by this, and their browsers turn to whoever answers next; other answers are let finish.
  await appEvents().close();
  const idle = setInterval(() => server.closeIdleConnections(), 20);
  const cut = setTimeout(() => server.closeAllConnections(), 4_000);
  await closed;
  clearInterval(idle);
  clearTimeout(cut);
  await Promise.all([appConnection().close(), bodyLog.close(), closeQuestions()]);
});

server.once("error", (error) => {
  log().write("error", "can't listen", {
    host: HOST,
    port: PORT,
    why: "code" in error ? String(error.code) : error.name,
  });
  process.exit(1);
});
server.listen(PORT, HOST, () => {
  void sweep(0);
  void sweepFiles();
  reportReady();
});
