// Many notices at once, and workers as processes of their own that bring them and can be killed. Needs the build.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { createDocument } from "@/features/documents/use-cases/create-document";
import { personaKind } from "@/features/personas/persona-kind";
import type { Connection } from "@/server/db/client";
import { addWorkspace, inScope } from "./factories";
import type { MailServer } from "./mail-server";

interface Storm {
  readonly workspaceId: string;
  /** Begins all of them in one transaction; workers start within milliseconds. */
  begin(): Promise<void>;
  /** How many letters there are in each state. */
  states(): Promise<Readonly<Record<string, number>>>;
}

/** Reviewers without quiet hours, each of whom is to be told of a persona that is due, twenty times. */
export async function prepareStorm(owner: Connection, app: Connection, people: number): Promise<Storm> {
  const { workspaceId, people: made } = await addWorkspace(owner, ["editor"]);
  const { documentId } = await inScope(app, { workspaceId, userId: made.editor }, "draft.edit", (scope) =>
    createDocument(scope, personaKind, { title: "Maya Okafor" }),
  );
  await owner.sql`
    with made as (
      insert into users (id, name, email, email_verified)
      select gen_random_uuid(), 'Reader ' || n, 'reader' || n || '-' || left(${workspaceId}, 8) || '@example.org', now()
      from generate_series(1, ${people}::int) n returning id
    ), joined as (
      insert into memberships (workspace_id, user_id, role) select ${workspaceId}::uuid, id, 'reviewer' from made
    )
    insert into notice_preferences (workspace_id, user_id, preferences)
    select ${workspaceId}::uuid, id, '{"quiet": {"isOn": false, "from": "20:00", "to": "07:00"}}' from made`;
  const begin = async () => {
    await owner.sql`
      with told as (
        insert into notifications (workspace_id, user_id, kind, subject, fact)
        select m.workspace_id, m.user_id, 'review.due',
          jsonb_build_object('documentId', ${documentId}::text, 'documentKind', 'persona', 'title', 'Maya Okafor'),
          'storm:' || n
        from memberships m, generate_series(1, 20) n
        where m.workspace_id = ${workspaceId} and m.role = 'reviewer'
        returning id, user_id, workspace_id
      )
      select count(enqueue_job('notifications.notice-given', json_build_object('notificationId', id, 'userId', user_id,
        'workspaceId', workspace_id), 'notice-given:' || id)) from told`;
  };
  const states = async () => {
    const rows = await owner.sql<{ state: string; count: number }[]>`
      select state, count(*)::int as count from deliveries where workspace_id = ${workspaceId} group by state`;
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  };
  return { workspaceId, begin, states };
}

export interface WorkerProcess {
  /** Without a word, as by a power cut. Resolves when it is gone. */
  kill(): Promise<void>;
}

/** Resolves when it does its work. `from` is who its mails are from. */
export async function startWorker(
  database: { readonly ownerUrl: string; readonly appUrl: string },
  mail: { readonly url: string; readonly from: string },
): Promise<WorkerProcess> {
  const child = spawn(process.execPath, ["--max-semi-space-size=1", "dist/worker.mjs"], {
    env: {
      NODE_ENV: "production",
      APP_URL: "http://localhost:3000",
      DATABASE_URL: database.ownerUrl,
      DATABASE_APP_URL: database.appUrl,
      AUTH_SECRET: "fZ1q8Wn3Rk5Tb7Yc9Vd2Xs4Gh6Jm0LpQeUiOa",
      SMTP_URL: mail.url,
      MAIL_FROM: mail.from,
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (text += chunk));
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await Promise.race([
    once(child, "message"),
    ended.then(() => {
      throw new Error(`The worker ended: ${text}`);
    }),
  ]);
  return {
    kill: () => {
      child.kill("SIGKILL");
      return ended;
    },
  };
}

interface Battle {
  readonly server: MailServer;
  readonly storm: Storm;
  readonly letters: number;
  /** Starts a worker whose mails are from this name. */
  readonly hire: (name: string) => Promise<WorkerProcess>;
}

/**
 * Two workers bring the storm's letters; one of them is killed three times in the middle of a mail, which was written and of
 * which nobody has said yet that it was taken, and replaced each time. Resolves when all letters are sent, with how long it took
 * in milliseconds.
 */
export async function bringThroughKills({ server, storm, letters, hire }: Battle): Promise<number> {
  let victim = await hire("first");
  await hire("steady");
  const kills: Promise<void>[] = [];
  server.before = async () => {
    if (kills.length === 3 || server.arrived.length < ((kills.length + 1) * letters) / 5) return;
    const gone = victim.kill();
    const name = `successor${kills.length + 1}`;
    kills.push(
      gone
        .then(() => hire(name))
        .then((worker) => {
          victim = worker;
        }),
    );
    await gone;
  };
  const began = performance.now();
  await storm.begin();
  while ((await storm.states()).sent !== letters) await sleep(200);
  const took = performance.now() - began;
  await Promise.all(kills);
  if (kills.length !== 3) throw new Error(`Only ${kills.length} workers were killed.`);
  return took;
}
