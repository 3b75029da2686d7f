// A session with several people in it, over real HTTP and real streams: what each of them hears, and what nobody may.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createTRPCClient, httpLink } from "@trpc/client";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type AppRouter, appRouter } from "@/api/root";
import { editDraft } from "@/features/documents/drafts/use-cases/edit-draft";
import { createDocument } from "@/features/documents/use-cases/create-document";
import { readDraft } from "@/features/documents/use-cases/read-document";
import { publishVersion } from "@/features/documents/versions/use-cases/publish-version";
import { personaKind } from "@/features/personas/persona-kind";
import { reviewItems, reviewNotes, reviewParticipants, reviewSessions, reviewVotes } from "@/server/db/schema/review";
import { memberships } from "@/server/db/schema/workspace";
import { type Events, eventsOver } from "@/server/events/event-listener";
import { trpcEndpoint } from "@/server/http/trpc-endpoint";
import type { Permission } from "@/shared/permissions";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addPerson, addWorkspace, inScope } from "@/testing/factories";
import { sessionOf } from "@/testing/sessions";
import { itemAfter, roomAfter } from "./room-change-rules";
import type { Room, RoomItem, SessionEvent } from "./room-contract";
import { beHere } from "./use-cases/be-here";

type Who = "ana" | "ben" | "ines" | "vic";

let database: TestDatabase;
let events: Events;
let server: Server;
let url: string;
let workspaceId: string;
let people: Record<Who, string>;
let documentId: string;
let goal: string;
let sessionId: string;
let itemId: string;
let nextItemId: string;
const opened: Stream[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  events = eventsOver(database.appUrl);
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const answer = trpcEndpoint({
    router: appRouter,
    appUrl: url,
    createContext: (request) => {
      const userId = request.headers.cookie ?? null;
      const session = async () => (userId ? sessionOf(database.owner, userId) : null);
      return {
        ...{ db: database.app.db, events, session, sessionNow: session, ip: "192.0.2.1", userAgent: "test" },
        claimedUserId: async () => userId,
      };
    },
  });
  server.on("request", (request, response) => void answer(request, response));
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await events.close();
  await database.drop();
});
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

function as<P extends Permission, T>(who: Who, permission: P, work: Parameters<typeof inScope<P, T>>[3]) {
  return inScope(database.app, { workspaceId, userId: people[who] }, permission, work);
}

function write(value: string) {
  return as("ana", "draft.edit", (scope) => {
    const edits = [{ op: "set" as const, path: ["archetype"], value }];
    return editDraft(scope, personaKind, { workspaceId, documentId, batchId: crypto.randomUUID(), edits });
  });
}

beforeEach(async () => {
  const made = await addWorkspace(database.owner, ["editor", "reviewer", "viewer"]);
  workspaceId = made.workspaceId;
  const ben = await addPerson(database.owner, "Ben");
  await database.owner.db.insert(memberships).values({ workspaceId, userId: ben, role: "editor" });
  people = { ana: made.people.editor, ben, ines: made.people.reviewer, vic: made.people.viewer };
  goal = crypto.randomUUID();
  const other = await as("ana", "draft.edit", (scope) => createDocument(scope, personaKind, { title: "Dev" }));
  ({ documentId } = await as("ana", "draft.edit", async (scope) => {
    const document = await createDocument(scope, personaKind, { title: "Maya" });
    const item = { id: goal, text: "Finish before the weekend" };
    const edits = [
      { op: "set" as const, path: ["archetype"], value: "The rebuilder" },
      { op: "insert" as const, path: ["claims", "goals"], item, before: null },
    ];
    const key = { workspaceId, documentId: document.documentId, batchId: crypto.randomUUID() };
    await editDraft(scope, personaKind, { ...key, edits });
    return document;
  }));
  await as("ana", "document.publish", async (scope) => {
    const { revision } = await readDraft(scope.also("draft.read"), personaKind, documentId);
    await publishVersion(scope, personaKind, { workspaceId, documentId, revision, note: "First", reason: "wording" });
  });
  sessionId = crypto.randomUUID();
  [itemId, nextItemId] = [crypto.randomUUID(), crypto.randomUUID()];
  const now = new Date();
  await database.owner.db.insert(reviewSessions).values({
    ...{ id: sessionId, workspaceId, title: "Q4", mode: "live", state: "open", timeZone: "UTC" },
    ...{ startsAt: now, endsAt: new Date(now.getTime() + 3_600_000), openedAt: now },
    ...{ facilitatorId: people.ana, plannedBy: people.ana },
  });
  await database.owner.db.insert(reviewItems).values([
    { id: itemId, workspaceId, sessionId, documentId, position: 0 },
    { id: nextItemId, workspaceId, sessionId, documentId: other.documentId, position: 1 },
  ]);
  await database.owner.db.insert(reviewParticipants).values({ workspaceId, sessionId, userId: people.ana });
});

/** The person's browser; everything that it is answered is kept in `heard`. */
function client(who: Who, heard: string[] = []) {
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${url}/api/trpc`,
        headers: { cookie: people[who], "x-dramatis": "1", origin: url },
        fetch: async (input, init) => {
          const answer = await fetch(input, init as RequestInit);
          heard.push(await answer.clone().text());
          return answer;
        },
      }),
    ],
  }).reviews;
}

interface Stream {
  /** Every byte, as it came over the wire. */
  readonly text: () => string;
  /** What was told until now. */
  readonly told: () => readonly SessionEvent[];
  /** Waits until something of this type was told, and answers the newest. */
  readonly hear: <T extends SessionEvent["type"]>(type: T) => Promise<Extract<SessionEvent, { type: T }>>;
  close(): void;
}

async function listen(who: Who): Promise<Stream> {
  const aborting = new AbortController();
  const input = JSON.stringify({ workspaceId, sessionId, page: crypto.randomUUID() });
  const answer = await fetch(`${url}/api/trpc/reviews.live?${new URLSearchParams({ input })}`, {
    headers: { cookie: people[who], accept: "text/event-stream" },
    signal: aborting.signal,
  });
  let held = "";
  const reading = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) held += decoder.decode(chunk, { stream: true });
  })();
  reading.catch(() => {});
  const told = () =>
    [...held.matchAll(/^data: (.*)$/gm)].flatMap(([, line = ""]) => {
      const data = JSON.parse(line) as SessionEvent;
      return data && typeof data === "object" && "type" in data ? [data] : [];
    });
  const hear: Stream["hear"] = async (type) => {
    await expect.poll(() => told().some((event) => event.type === type), { timeout: 10_000 }).toBe(true);
    return told().findLast((event) => event.type === type) as never;
  };
  const stream = { text: () => held, told, hear, close: () => aborting.abort() };
  opened.push(stream);
  await hear("lost");
  return stream;
}

const here = (who: Who, isFollowing = true) =>
  client(who).here.mutate({ workspaceId, sessionId, page: crypto.randomUUID(), isFollowing });
const vote = (who: Who, vote: "approve" | "change" | "retire") =>
  client(who).vote.mutate({ workspaceId, sessionId, itemId, vote });
const mark = (who: Who, verdict: "keep" | "change", note = "", place = `claims.goals.${goal}`) =>
  client(who).mark.mutate({ workspaceId, sessionId, itemId, place, verdict, note });
const room = (who: Who) => client(who).room.query({ workspaceId, sessionId });
const said = (who: Who) => client(who).roomItem.query({ workspaceId, sessionId, itemId });

async function decision(who: Who, extra: object = {}) {
  const shown = await client(who).roomDocument.query({ workspaceId, sessionId, itemId });
  return () =>
    client(who).decideItem.mutate({
      ...{ workspaceId, sessionId, itemId, result: "still-true", note: "", tasks: [] },
      ...{ revision: shown.revision ?? 0, version: shown.version?.number ?? null, ...extra },
    });
}

describe("what others said", () => {
  it("reaches nobody, by no way, before they have spoken themselves; then all of it does", async () => {
    for (const who of ["ana", "ben", "ines"] as const) await here(who);
    const streams = { ines: await listen("ines"), vic: await listen("vic") };
    await vote("ana", "retire");
    await mark("ben", "change", "xyzzy-secret");
    const heard: string[] = [];
    for (const who of ["ines", "vic"] as const) {
      expect(await streams[who].hear("voted")).toMatchObject({ vote: null, person: { id: people.ana } });
      expect(await streams[who].hear("marked")).toMatchObject({ verdict: null, note: "" });
      const api = client(who, heard);
      expect(await api.roomItem.query({ workspaceId, sessionId, itemId })).toMatchObject({
        ...{ hasVoted: [{ id: people.ana }], votes: [], marks: [], markCounts: { [`claims.goals.${goal}`]: 1 } },
      });
      await api.room.query({ workspaceId, sessionId });
      await api.roomDocument.query({ workspaceId, sessionId, itemId });
    }
    const wire = [streams.ines.text(), streams.vic.text(), ...heard].join("\n");
    expect(wire).not.toContain("xyzzy-secret");
    expect(wire).not.toMatch(/"vote":"retire"|"verdict":"change"/);

    // A vote opens the votes and not the marks; a mark opens those of its claim.
    await vote("ines", "approve");
    expect((await said("ines")).votes.map((one) => one.vote).sort()).toEqual(["approve", "retire"]);
    expect((await said("ines")).marks).toEqual([]);
    await mark("ines", "keep");
    expect((await said("ines")).marks).toHaveLength(2);
    await vote("ana", "approve");
    await expect
      .poll(() => streams.ines.told().findLast(({ type }) => type === "voted"))
      .toMatchObject({ vote: "approve" });
    expect((await said("vic")).votes).toEqual([]);

    await expect(client("ben").reveal.mutate({ workspaceId, sessionId, itemId })).rejects.toThrow(/who leads/);
    await client("ana").reveal.mutate({ workspaceId, sessionId, itemId });
    await streams.vic.hear("revealed");
    expect(await said("vic")).toMatchObject({ votes: [{}, {}], marks: [{}, {}] });
  });

  it("is one vote for each person, the last one, from however many tabs", async () => {
    await here("ben");
    await Promise.all([vote("ben", "approve"), vote("ben", "change"), vote("ben", "retire")]);
    await vote("ben", "change");
    const rows = await database.owner.db.select().from(reviewVotes).where(eq(reviewVotes.itemId, itemId));
    expect(rows).toMatchObject([{ userId: people.ben, vote: "change" }]);
  });
});

describe("who may say something, and when", () => {
  it("members who came; no viewer, and nobody from elsewhere", async () => {
    await expect(vote("ben", "approve")).rejects.toThrow(/aren't in this session yet/);
    await here("ben");
    await vote("ben", "approve");
    await here("vic");
    await expect(vote("vic", "approve")).rejects.toThrow(/As viewer/);
    expect((await room("ana")).voters.map(({ id }) => id)).toEqual([people.ben]);
    for (const place of ["claims.goals", "archetype", `claims.pains.${goal}`, `claims.goals.${crypto.randomUUID()}`]) {
      await expect(mark("ben", "keep", "", place)).rejects.toThrow(/isn't in the document/);
    }
    const stranger = await addWorkspace(database.owner, ["owner"]);
    people = { ...people, ana: stranger.people.owner };
    await expect(vote("ana", "approve")).rejects.toMatchObject({ data: { code: "NOT_FOUND" } });
  });

  it("until it is decided, and until the session ends", async () => {
    await here("ben");
    await here("ana");
    await vote("ben", "approve");
    await (await decision("ana"))();
    await expect(vote("ben", "change")).rejects.toThrow("This was decided, and voting is over.");
    await expect(mark("ben", "keep")).rejects.toThrow(/voting is over/);
    const note = { workspaceId, sessionId, itemId };
    const { noteId } = await client("ben").writeNote.mutate({ ...note, text: "Said on the way out" });
    await expect(client("ana").editNote.mutate({ ...note, noteId, text: "Mine" })).rejects.toThrow(
      /somebody else wrote/,
    );
    await database.owner.db.update(reviewSessions).set({ state: "closed" }).where(eq(reviewSessions.id, sessionId));
    await expect(client("ben").removeNote.mutate({ ...note, noteId })).rejects.toThrow(/stay as they are/);
    await expect(client("ben").vote.mutate({ ...note, itemId: nextItemId, vote: "approve" })).rejects.toThrow(
      "The session has ended, and voting is over.",
    );
  });
});

describe("deciding", () => {
  it("of two who decide at once one does, and the other is told who", async () => {
    await here("ana");
    const both = [await decision("ana"), await decision("ben")];
    const results = await Promise.allSettled(both.map((decide) => decide()));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = results.find(({ status }) => status === "rejected") as PromiseRejectedResult;
    expect(refused.reason.message).toMatch(/has decided this already: still true/);
  });

  it("a publication of what moved on meanwhile is refused, and nothing is decided", async () => {
    await write("The hurried rebuilder");
    const stream = await listen("ines");
    const publish = await decision("ana", { result: "published", note: "New words", reason: "wording" });
    await write("The patient rebuilder");
    await expect(publish()).rejects.toMatchObject({ data: { code: "CONFLICT" } });
    expect((await room("ines")).session.items[0]?.decision).toBeNull();
    await (await decision("ana", { result: "published", note: "New words", reason: "wording" }))();
    expect(await stream.hear("decided")).toMatchObject({ itemId, title: "Maya" });
    expect((await room("ines")).session.items[0]?.decision).toMatchObject({ result: "published", version: 2 });
    await expect((await decision("vic"))()).rejects.toMatchObject({ data: { code: "FORBIDDEN" } });
  });
});

describe("who comes late, and who was cut off", () => {
  it("knows what everybody knows who was there, whether told or asked", async () => {
    for (const who of ["ana", "ben", "ines"] as const) await here(who);
    let [known, item] = [(await room("ben")) as Room, (await said("ben")) as RoomItem];
    await vote("ben", "approve");
    item = (await said("ben")) as RoomItem;
    const stream = await listen("ben");
    await vote("ana", "change");
    await vote("ines", "approve");
    await client("ines").writeNote.mutate({ workspaceId, sessionId, itemId, text: "City share is up" });
    await client("ana").present.mutate({ workspaceId, sessionId, itemId, at: { block: "summary", offset: 40 } });
    await client("ana").goTo.mutate({ workspaceId, sessionId, itemId: nextItemId });
    await stream.hear("moved");
    for (const event of stream.told()) {
      if (event.type === "lost") continue;
      known = roomAfter(known, event) ?? known;
      if ("itemId" in event && event.itemId === itemId) item = itemAfter(item, event, people.ben) ?? item;
    }
    const late = (await room("ben")) as Room;
    expect({ ...known, now: "" }).toEqual({ ...late, now: "" });
    expect(item).toEqual(await said("ben"));
    // A stream that is made anew begins with the word that everything is to be read.
    stream.close();
    expect((await listen("ben")).told()[0]).toEqual({ type: "lost" });
  });
});

describe("presenting", () => {
  it("is followed by all, and only who presents or leads says who does, and where one goes", async () => {
    for (const who of ["ana", "ben", "ines", "vic"] as const) await here(who);
    const stream = await listen("vic");
    expect((await room("vic")).session).toMatchObject({ presenter: { id: people.ana }, currentItemId: itemId });
    await client("ana").present.mutate({ workspaceId, sessionId, itemId, at: { block: "claims.goals", offset: 12 } });
    expect(await stream.hear("presented")).toMatchObject({ at: { block: "claims.goals", offset: 12 } });
    expect((await room("ines")).presented).toEqual({ block: "claims.goals", offset: 12 });
    const at = { block: null, offset: 0 };
    await expect(client("ben").present.mutate({ workspaceId, sessionId, itemId, at })).rejects.toThrow(/Somebody else/);
    await expect(client("ben").goTo.mutate({ workspaceId, sessionId, itemId: nextItemId })).rejects.toThrow(/Only who/);
    const hand = (who: Who, to: Who) =>
      client(who).handPresenting.mutate({ workspaceId, sessionId, userId: people[to] });
    await expect(hand("ben", "ben")).rejects.toThrow(/Only who presents/);
    await expect(hand("ana", "vic")).rejects.toThrow(/aren't in the session|As viewer/);
    await hand("ana", "ines");
    expect(await stream.hear("led")).toMatchObject({ presenter: { id: people.ines } });
    await client("ines").goTo.mutate({ workspaceId, sessionId, itemId: nextItemId });
    expect(await stream.hear("moved")).toMatchObject({ itemId: nextItemId });
    // Who leads takes it back.
    await hand("ana", "ana");
    await expect(client("ines").present.mutate({ workspaceId, sessionId, itemId: nextItemId, at })).rejects.toThrow();
  });

  it("goes back to who leads when the presenter has gone, and leading to who came first of those who may", async () => {
    for (const who of ["ana", "ines", "ben"] as const) await here(who);
    await client("ana").handPresenting.mutate({ workspaceId, sessionId, userId: people.ines });
    const later = (seconds: number) => new Date(Date.now() + seconds * 1_000);
    const sign = (who: Who, now: Date) =>
      as(who, "review.follow", (scope) =>
        beHere(scope, { name: who }, { workspaceId, sessionId, page: crypto.randomUUID(), isFollowing: true }, now),
      );
    await sign("ben", later(20));
    expect((await room("ben")).session.presenter?.id).toBe(people.ines);
    await sign("ana", later(35));
    expect((await room("ben")).session).toMatchObject({
      presenter: { id: people.ana },
      facilitator: { id: people.ana },
    });
    // Nobody heard of Ana for over a minute. Ines came earlier, and may not lead.
    await Promise.all([sign("ben", later(100)), sign("ines", later(100)), sign("vic", later(100))]);
    expect((await room("ben")).session).toMatchObject({
      presenter: { id: people.ben },
      facilitator: { id: people.ben },
    });
    const notes = await database.owner.db.select().from(reviewNotes).where(eq(reviewNotes.itemId, itemId));
    expect(notes).toMatchObject([
      { authorId: people.ben, text: expect.stringMatching(/^Leads the session from here on/) },
    ]);
  });
});
