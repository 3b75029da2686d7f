// Does the jobs. Any number of workers may run; a job that fails is tried again with growing pauses.
import { EventEmitter } from "node:events";
import { Logger, run, type TaskList, type WorkerEvents } from "graphile-worker";
import { env } from "@/env";
import { watchSilentImports } from "@/features/datasets/importing/import-job-handlers";
import { closeQuestions } from "@/features/datasets/snapshots/snapshot-files";
import { endServerIfSame, readPostmaster } from "@/server/db/postmaster";
import { announceWorker } from "@/server/jobs/worker-presence";
import { log } from "@/server/logging/log";
import { closeMail } from "@/server/mail/deliver";
import { jobHandlers } from "./job-handlers";
import { endWhenAsked, reportReady } from "./stopping";
import { watchJobs } from "./watch-jobs";

const { DATABASE_URL, EMBEDDED_POSTGRES } = env();
/** The embedded server that we were started with, if there is one. */
const server = EMBEDDED_POSTGRES ? readPostmaster(EMBEDDED_POSTGRES) : undefined;

const tasks: TaskList = Object.fromEntries(jobHandlers.map(({ name, run: work }) => [name, work]));

/** Customer data whose time is over, once an hour; documents that have to be reviewed, often, since days begin at any minute;
 * weekly digests, whose hours begin at any quarter somewhere; and what should have left and didn't. */
const CRONTAB = `
17 * * * * retention-due
7 * * * * workspace-deletions-due
23 3 * * * house-kept
*/5 * * * * notices-due
* * * * * session-clock
*/15 * * * * digests-due
41 * * * * deliveries-forgotten
`;

const events: WorkerEvents = new EventEmitter();
let pool = "";
events.on("pool:create", ({ workerPool }) => {
  pool = workerPool.id;
});
const runner = await run({
  events,
  connectionString: DATABASE_URL,
  taskList: tasks,
  concurrency: 4,
  crontab: CRONTAB,
  // Jobs are announced; the poll only catches what an interrupted connection missed.
  pollInterval: 5_000,
  noHandleSignals: true,
  logger: new Logger(() => (level, message) => {
    // Failed jobs are reported below, without the values that their messages may quote.
    if (!["error", "warning"].includes(level) || message.startsWith("Failed task")) return;
    log().write(level === "error" ? "error" : "warn", "queue", { says: message });
  }),
});
watchJobs(runner.events);
const leave = await announceWorker(DATABASE_URL, pool);
const stopWatching = watchSilentImports();

endWhenAsked(async (orphaned) => {
  stopWatching();
  await runner.stop();
  // Not before: others would take over what is still being done here.
  await leave();
  closeMail();
  await closeQuestions();
  // Nobody else would: a killed `npm start` leaves the server to its children.
  if (orphaned && EMBEDDED_POSTGRES && server) await endServerIfSame(EMBEDDED_POSTGRES, server);
});
reportReady();
