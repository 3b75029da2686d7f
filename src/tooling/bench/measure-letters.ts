// Ten thousand notices through real SMTP, by workers that are killed on the way, against the queue alone.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Logger, run } from "graphile-worker";
import { type Connection, connect } from "@/server/db/client";
import { startEmbeddedPostgres } from "@/server/db/embedded-postgres";
import { type MailServer, startMailServer } from "@/testing/mail-server";
import { bringThroughKills, prepareStorm, startWorker, type WorkerProcess } from "@/testing/notice-storm";
import { makeTemplate } from "@/testing/test-server";
import { atMost, type Section } from "./report";

const PEOPLE = 500;
const LETTERS = PEOPLE * 20;
/** Jobs that one worker does at a time, and how many are killed. */
const CONCURRENCY = 4;
const KILLS = 3;

/** No-op jobs a second, done by one worker with as many hands as the product's. */
async function measureQueue(owner: Connection, ownerUrl: string): Promise<number> {
  let done = 0;
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const noop = async () => {
    done += 1;
    if (done === LETTERS) finish();
  };
  await owner.sql`select count(enqueue_job('noop', '{}', 'noop:' || n)) from generate_series(1, ${LETTERS}::int) n`;
  const began = performance.now();
  const queue = await run({
    connectionString: ownerUrl,
    taskList: { noop },
    concurrency: CONCURRENCY,
    noHandleSignals: true,
    crontab: "",
    // As the product's: a line for each job would be what is measured.
    logger: new Logger(() => () => {}),
  });
  await finished;
  const took = performance.now() - began;
  await queue.stop();
  return (LETTERS * 1000) / took;
}

export async function measureLetters(): Promise<Section> {
  const folder = mkdtempSync(path.join(tmpdir(), "dramatis-bench-"));
  const workers = new Set<WorkerProcess>();
  let server: MailServer | undefined;
  const connections: Connection[] = [];
  // Commits wait for the disk, as in production.
  const postgres = await startEmbeddedPostgres({
    directory: path.join(folder, "postgres"),
    logFile: path.join(folder, "postgres.log"),
  });
  try {
    const database = await makeTemplate(postgres.url);
    const [owner, app] = [connect(database.ownerUrl, 4), connect(database.appUrl, 4)];
    connections.push(owner, app);
    const alone = await measureQueue(owner, database.ownerUrl);
    const mails = await startMailServer();
    server = mails;
    const storm = await prepareStorm(owner, app, PEOPLE);
    const hire = async (name: string) => {
      const worker = await startWorker(database, { url: mails.url, from: `${name} <${name}@localhost>` });
      workers.add(worker);
      return worker;
    };
    const took = await bringThroughKills({ server: mails, storm, letters: LETTERS, hire });
    const ids = new Set(mails.arrived.map(({ messageId }) => messageId));
    return report({ alone, rate: (LETTERS * 1000) / took, arrived: ids.size, twice: mails.arrived.length - ids.size });
  } finally {
    await Promise.all([...workers].map((worker) => worker.kill()));
    await server?.close();
    await Promise.all(connections.map((connection) => connection.close()));
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Figures {
  readonly alone: number;
  readonly rate: number;
  readonly arrived: number;
  readonly twice: number;
}

function report({ alone, rate, arrived, twice }: Figures): Section {
  return {
    tables: [
      {
        title: "Letters, by two workers of which one is killed three times",
        columns: ["what", "a second"],
        rows: [
          ["notices that became letters and were taken by the mail server", rate.toFixed(0)],
          ["jobs of graphile-worker that do nothing, by one worker", alone.toFixed(0)],
        ],
        notes: [
          `${LETTERS} notices are two jobs each: the letter is made, then sent. ${twice} were sent twice, under the same Message-ID.`,
          "The time until what a killed worker held is taken up again, ten to twenty seconds, is part of it.",
        ],
      },
    ],
    goals: [
      atMost("letters lost", LETTERS - arrived, 0, "", 0),
      atMost("letters sent twice, with three kills of four in flight", twice, KILLS * CONCURRENCY, "", 0),
    ],
  };
}
