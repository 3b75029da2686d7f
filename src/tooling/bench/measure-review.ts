// Thirty people in a review session: from the presenter's move, and from a vote, to everybody's stream.
import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "@/server/db/embedded-postgres";
import { bareConnection } from "./bare-sql";
import { type Connection, openConnection } from "./connection";
import type { Installation } from "./installation";
import { addEditors } from "./live-people";
import { atMost, type Section } from "./report";
import { addSession, callRequest, type Listener, type LiveSession, listenTo, sessionStream } from "./review-people";
import { median, quantile } from "./statistics";

const PEOPLE = 30;
const CALLED = "participant";
/** The presenter's browser tells so often where it is while it scrolls, in milliseconds. */
const MOVE_PACE = 120;
const MOVES = 200;
/** Everybody votes so many times, one after the other at this pace in milliseconds. */
const VOTE_PACE = 60;
const VOTES_EACH = 6;

interface Seen {
  /** Milliseconds from sending to arriving, for each thing told and each person. */
  readonly each: readonly number[];
  /** Until the last of them had it. */
  readonly last: readonly number[];
}

export async function measureReview(installation: Installation): Promise<Section> {
  const sql = bareConnection(installation.ownerUrl());
  try {
    const cookies = await addEditors(sql, installation, PEOPLE, CALLED);
    const session = await addSession(sql, CALLED);
    const floor = await measureFloor(installation);
    const rows = await sql<{ id: string }[]>`
      select id from users where email like ${`${CALLED}.%`} order by substring(email from '[0-9]+')::int`;
    const people = rows.map(({ id }) => id);
    const product = await measureSession(installation, session, { cookies, people });
    return report({ floor, ...product });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Sent and seen by a word that stands in what is told. */
class Watch {
  private readonly sent = new Map<string, number>();
  private readonly arrived = new Map<string, number[]>();

  send(word: string): void {
    this.sent.set(word, performance.now());
  }

  hear(word: string | undefined): void {
    const at = word === undefined ? undefined : this.sent.get(word);
    if (word === undefined || at === undefined) return;
    this.arrived.set(word, [...(this.arrived.get(word) ?? []), performance.now() - at]);
  }

  /** Throws unless everything reached everybody. */
  seen(people: number): Seen {
    const lists = [...this.sent.keys()].map((word) => this.arrived.get(word) ?? []);
    const missing = lists.filter((list) => list.length !== people).length;
    if (missing > 0) throw new Error(`${missing} of ${lists.length} did not reach everybody.`);
    return { each: lists.flat(), last: lists.map((list) => Math.max(...list)) };
  }
}

async function send(connection: Connection, request: Buffer): Promise<void> {
  const { status, body } = await connection.ask(request);
  if (status !== 200) throw new Error(`The server answered ${status}: ${body.toString().slice(0, 500)}`);
}

/** The same number of listeners and moves on a bare NOTIFY handed on as server-sent events. */
async function measureFloor(installation: Installation): Promise<Seen> {
  const port = await freePort();
  const file = new URL("./bare-events.ts", import.meta.url);
  const child = fork(file, [String(port), installation.ownerUrl()], { execArgv: process.execArgv });
  await once(child, "message");
  const watch = new Watch();
  const streams: Listener[] = [];
  const connection = await openConnection(port);
  try {
    for (let person = 0; person < PEOPLE; person += 1) {
      streams.push(await listenTo({ host: "localhost", port }, "/", "", (data) => watch.hear(data)));
    }
    for (let move = 0; move < MOVES; move += 1) {
      const word = `move-${move}`;
      watch.send(word);
      const head = `POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: ${word.length}\r\n\r\n`;
      await Promise.all([send(connection, Buffer.from(head + word)), sleep(MOVE_PACE)]);
    }
    await sleep(500);
    return watch.seen(PEOPLE);
  } finally {
    for (const one of [...streams, connection]) one.close();
    child.disconnect();
  }
}

interface Crowd {
  readonly cookies: readonly string[];
  readonly people: readonly string[];
}

async function measureSession(installation: Installation, session: LiveSession, { cookies, people }: Crowd) {
  const moves = new Watch();
  const votes = new Watch();
  const onEvent = (data: string) => {
    if (data.includes('"type":"presented"')) moves.hear(/"block":"([^"]+)"/.exec(data)?.[1]);
    // A person's next vote is sent when everybody had the one before.
    if (data.includes('"type":"voted"')) {
      const id = /"id":"([0-9a-f-]{36})"/.exec(data)?.[1] ?? "";
      votes.hear(`${id} ${rounds.get(id) ?? 0}`);
    }
  };
  const rounds = new Map<string, number>();
  const streams = await Promise.all(
    cookies.map((cookie) => listenTo(installation, sessionStream(session), cookie, onEvent)),
  );
  const connections = await Promise.all(cookies.map(() => openConnection(installation.port)));
  const call = (person: number, name: string, input: object) =>
    send(
      connections[person] as Connection,
      callRequest(installation, cookies[person] ?? "", name, { ...pick(session, name), ...input }),
    );
  // All stay there meanwhile, as their pages do.
  const pages = cookies.map(() => crypto.randomUUID());
  const beating = await Promise.all(cookies.map(() => openConnection(installation.port)));
  const beat = () =>
    Promise.all(
      cookies.map(async (cookie, person) => {
        await sleep((person * 8_000) / PEOPLE);
        const input = { ...pick(session, "here"), page: pages[person], isFollowing: person > 0 };
        await send(beating[person] as Connection, callRequest(installation, cookie, "here", input));
      }),
    );
  let isOver = false;
  const beats = (async () => {
    while (!isOver) await beat();
  })();
  try {
    for (let move = 0; move < MOVES; move += 1) {
      const block = `claims.goals.${move}`;
      moves.send(block);
      await Promise.all([call(0, "present", { at: { block, offset: move } }), sleep(MOVE_PACE)]);
    }
    for (let round = 0; round < VOTES_EACH; round += 1) {
      for (const [person, id] of people.entries()) {
        rounds.set(id, round);
        votes.send(`${id} ${round}`);
        await Promise.all([call(person, "vote", { vote: round % 2 ? "approve" : "change" }), sleep(VOTE_PACE)]);
      }
      await sleep(500);
    }
    return { moves: moves.seen(PEOPLE), votes: votes.seen(PEOPLE) };
  } finally {
    isOver = true;
    await beats.catch(() => {});
    for (const one of [...streams, ...connections, ...beating]) one.close();
  }
}

function pick({ workspaceId, sessionId, itemId }: LiveSession, name: string): object {
  return name === "here" ? { workspaceId, sessionId } : { workspaceId, sessionId, itemId };
}

interface Figures {
  readonly floor: Seen;
  readonly moves: Seen;
  readonly votes: Seen;
}

function report({ floor, moves, votes }: Figures): Section {
  const row = (name: string, { each, last }: Seen) => [
    name,
    ...[median(each), quantile(each, 0.95), median(last), quantile(last, 0.95)].map((value) => value.toFixed(1)),
    (quantile(each, 0.95) / quantile(floor.each, 0.95)).toFixed(1),
  ];
  return {
    tables: [
      {
        title: `A review session with ${PEOPLE} people (ms)`,
        columns: ["what", "p50", "p95", "last of all, p50", "last of all, p95", "p95 ÷ floor"],
        rows: [row("presenter's move", moves), row("a vote", votes), row("floor: a bare notice", floor)],
        notes: [
          `From sending to arriving at each of ${PEOPLE} streams of server-sent events: ${MOVES} moves every ${MOVE_PACE} ms, then ${PEOPLE * VOTES_EACH} votes every ${VOTE_PACE} ms, while every page says each 8 s that it is there. The floor is a process of its own that hands NOTIFY on to as many streams and does nothing else.`,
        ],
      },
    ],
    goals: [
      atMost(`presenter's move to everybody, ${PEOPLE} people, p95`, quantile(moves.each, 0.95), 250, " ms", 1),
      atMost(`a vote to everybody, ${PEOPLE} people, p95`, quantile(votes.each, 0.95), 250, " ms", 1),
    ],
  };
}
