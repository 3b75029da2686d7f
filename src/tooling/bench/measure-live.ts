// Twenty people in one document: from one person's edit to the others' streams, and the server's time for an edit.
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { personaKind } from "@/features/personas/persona-kind";
import { canonicalHash } from "@/server/hash/canonical-hash";
import { bareConnection } from "./bare-sql";
import { type Connection, openConnection } from "./connection";
import type { Installation } from "./installation";
import { largePersona } from "./large-persona";
import { addDraft, addEditors, type LiveDocument, listen } from "./live-people";
import { type Latency, latencies } from "./load";
import { atMost, type Goal, type Section } from "./report";
import { median, quantile } from "./statistics";

const PEOPLE = 20;
const WRITERS = 5;
/** Each writer sends one so often, in milliseconds: a person who types without a rest. */
const PACE = 300;
const EDITS = 250;
const ROUNDS = { rounds: 9, calls: 25, warmUp: 40 };

export async function measureLive(installation: Installation): Promise<Section> {
  const sql = bareConnection(installation.ownerUrl());
  try {
    const cookies = await addEditors(sql, installation, PEOPLE);
    const small = await addDraft(sql, personaKind.empty("Small"));
    const large = await addDraft(sql, largePersona("Large"));
    const seen = [
      await measureSeen(installation, small, cookies),
      await measureSeen(installation, large, cookies),
    ] as const;
    const server = await measureServer(installation, sql, { small, large }, cookies);
    return report({ small, large, seen, server });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function editRequest(installation: Installation, of: LiveDocument, cookie: string, batchId: string, text: string) {
  const { workspaceId, documentId } = of;
  const edits = [{ op: "set", path: ["summary"], value: text }];
  const body = Buffer.from(JSON.stringify({ 0: { workspaceId, documentId, batchId, edits } }));
  const head = [
    "POST /api/trpc/personas.edit?batch=1 HTTP/1.1",
    `host: ${installation.host}`,
    `origin: ${installation.url}`,
    "content-type: application/json",
    `content-length: ${body.length}`,
    "sec-fetch-site: same-origin",
    "x-dramatis: 1",
    `cookie: ${cookie}`,
  ].join("\r\n");
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), body]);
}

async function send(connection: Connection, request: Buffer): Promise<void> {
  const { status, body } = await connection.ask(request);
  if (status !== 200) throw new Error(`The server answered ${status}: ${body.toString().slice(0, 500)}`);
}

interface Seen {
  /** Milliseconds from sending to arriving, of each edit at each of the others. */
  readonly each: readonly number[];
  /** Until the last of the others had it. */
  readonly last: readonly number[];
}

async function measureSeen(installation: Installation, of: LiveDocument, cookies: readonly string[]): Promise<Seen> {
  const sent = new Map<string, { readonly at: number; readonly by: number }>();
  const arrived = new Map<string, number[]>();
  const streams = await Promise.all(
    cookies.map((cookie, person) =>
      listen(installation, of, cookie, (batchId) => {
        const edit = sent.get(batchId);
        if (!edit || edit.by === person) return;
        arrived.set(batchId, [...(arrived.get(batchId) ?? []), performance.now() - edit.at]);
      }),
    ),
  );
  const connections = await Promise.all(cookies.slice(0, WRITERS).map(() => openConnection(installation.port)));
  try {
    await Promise.all(
      connections.map(async (connection, by) => {
        await sleep((by * PACE) / WRITERS);
        for (let number = 0; number < EDITS / WRITERS; number += 1) {
          const batchId = crypto.randomUUID();
          const text = `Person ${by} has written ${number} times.`;
          const request = editRequest(installation, of, cookies[by] ?? "", batchId, text);
          sent.set(batchId, { at: performance.now(), by });
          await Promise.all([send(connection, request), sleep(PACE)]);
        }
      }),
    );
    await sleep(1_000);
  } finally {
    for (const one of [...streams, ...connections]) one.close();
  }
  const lists = [...sent.keys()].map((batchId) => arrived.get(batchId) ?? []);
  if (lists.some((list) => list.length !== PEOPLE - 1)) throw new Error("An edit did not reach everybody.");
  return { each: lists.flat(), last: lists.map((list) => Math.max(...list)) };
}

type Documents = Readonly<Record<"small" | "large", LiveDocument>>;

/** One edit at a time with nobody else there, over HTTP, and the floors below it. */
async function measureServer(
  installation: Installation,
  sql: postgres.Sql,
  documents: Documents,
  cookies: readonly string[],
) {
  const connection = await openConnection(installation.port);
  const listening = postgres(installation.ownerUrl(), { max: 1, onnotice: () => {} });
  let hear = () => {};
  await listening.listen("bench_floor", () => hear());
  let turn = 0;
  const edit = (of: LiveDocument) => async () => {
    turn += 1;
    // By all of them in turn: one person may not type that fast.
    const cookie = cookies[turn % cookies.length] ?? "";
    await send(connection, editRequest(installation, of, cookie, crypto.randomUUID(), `Written ${turn} times.`));
  };
  const { small, large } = documents;
  const bare = {
    small: await addDraft(sql, personaKind.empty("Floor")),
    large: await addDraft(sql, largePersona("Floor")),
  };
  const contents = { small: personaKind.empty("Floor"), large: largePersona("Floor") };
  const update = (size: keyof Documents) => () => {
    turn += 1;
    const content = { ...contents[size], summary: `Written ${turn} times.` };
    return sql`update drafts set content = ${sql.json(content as never)}, content_hash = ${canonicalHash(content)},
      revision = revision + 1 where document_id = ${bare[size].documentId}`;
  };
  try {
    return await latencies(
      [
        { name: "edit, small", call: edit(small) },
        { name: "update, small", call: update("small") },
        { name: "edit, large", call: edit(large) },
        { name: "update, large", call: update("large") },
        {
          name: "notify",
          call: async () => {
            const heard = new Promise<void>((resolve) => {
              hear = resolve;
            });
            await sql`select pg_notify('bench_floor', 'x')`;
            await heard;
          },
        },
      ],
      ROUNDS,
    );
  } finally {
    connection.close();
    await listening.end({ timeout: 5 });
  }
}

interface Figures {
  readonly small: LiveDocument;
  readonly large: LiveDocument;
  readonly seen: readonly [Seen, Seen];
  readonly server: ReadonlyMap<string, Latency>;
}

function report({ small, large, seen, server }: Figures): Section {
  const of = (name: string) => server.get(name) ?? { p50: Number.NaN, p95: Number.NaN };
  const size = ({ kilobytes }: LiveDocument) => `${kilobytes.toFixed(0)} kB`;
  const text = (values: readonly number[]) => values.map((value) => value.toFixed(1));
  const goals: Goal[] = [];
  const seenRows = [small, large].map((document, at) => {
    const { each, last } = seen[at] as Seen;
    goals.push(
      atMost(`edit to seen by another, ${size(document)}, median`, median(each), 100, " ms", 1),
      atMost(`edit to seen by another, ${size(document)}, p95`, quantile(each, 0.95), 300, " ms", 1),
    );
    return [size(document), ...text([median(each), quantile(each, 0.95), median(last), quantile(last, 0.95)])];
  });
  const serverRows = [small, large].map((document, at) => {
    const name = at === 0 ? "small" : "large";
    const [edit, update] = [of(`edit, ${name}`), of(`update, ${name}`)];
    const floor = update.p50 + of("notify").p50;
    goals.push(atMost(`server time of one edit, ${size(document)}, median`, edit.p50, 10, " ms", 1));
    return [size(document), ...text([edit.p50, edit.p95, update.p50, of("notify").p50, floor, edit.p50 / floor])];
  });
  return {
    tables: [
      {
        title: `Edit to seen by another, ${PEOPLE} people in one persona (ms)`,
        columns: ["persona", "p50", "p95", "last of all, p50", "last of all, p95"],
        rows: seenRows,
        notes: [
          `${WRITERS} of them write ${EDITS} times, each every ${PACE} ms; all ${PEOPLE} have a stream open. From sending the edit to its arrival at each of the other ${PEOPLE - 1}. A browser gathers typing for 0.2 s before it sends.`,
        ],
      },
      {
        title: "Server time of one edit (ms)",
        columns: ["persona", "p50", "p95", "bare update", "notify and listen", "floor", "p50 ÷ floor"],
        rows: serverRows,
        notes: [
          "Over HTTP on one kept connection, with nobody listening. The floor is a hand-written update of the draft with the same content and hash, committed, and a bare notice to a listening connection.",
        ],
      },
    ],
    goals,
  };
}
