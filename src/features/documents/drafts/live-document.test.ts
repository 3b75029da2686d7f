// What a page that has a document open hears, asked through the router as a browser asks, over a real channel.
import { setTimeout as sleep } from "node:timers/promises";
import { TRPCError } from "@trpc/server";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { appRouter } from "@/api/root";
import { personaKind } from "@/features/personas/persona-kind";
import { segmentKind } from "@/features/segments/segment-kind";
import { endLoginSessions, openLoginSession } from "@/server/auth/login-sessions";
import type { Session } from "@/server/auth/session";
import { type Events, eventsOver } from "@/server/events/event-listener";
import { createCallerFactory, type RequestContext } from "@/server/trpc/procedures";
import type { Role } from "@/shared/permissions";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { sessionOf } from "@/testing/sessions";
import { createDocument } from "../use-cases/create-document";
import { publishVersion } from "../versions/use-cases/publish-version";
import type { Edit } from "./edit-rules";
import type { LiveEvent } from "./live-contract";
import { announceChange } from "./use-cases/announce-change";

let database: TestDatabase;
let events: Events;
let workspaceId: string;
let people: Record<"owner" | "editor" | "reviewer" | "viewer", string>;
let documentId: string;
const opened: AbortController[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  events = eventsOver(database.appUrl);
});
afterAll(async () => {
  await events.close();
  await database.drop();
});
beforeEach(async () => {
  ({ workspaceId, people } = await addWorkspace(database.owner, ["owner", "editor", "reviewer", "viewer"]));
  ({ documentId } = await asPerson("editor", "draft.edit", (scope) =>
    createDocument(scope, personaKind, { title: "Maya" }),
  ));
});
afterEach(() => {
  for (const one of opened.splice(0)) one.abort();
});

function asPerson<P extends Parameters<typeof inScope>[2], T>(
  role: keyof typeof people,
  permission: P,
  work: Parameters<typeof inScope<P, T>>[3],
) {
  return inScope(database.app, { workspaceId, userId: people[role] }, permission, work);
}

async function caller(role: keyof typeof people, sessionNow?: () => Promise<Session | null>) {
  const session = await sessionOf(database.owner, people[role]);
  const aborting = new AbortController();
  opened.push(aborting);
  const context: RequestContext = {
    db: database.app.db,
    claimedUserId: async () => session.userId,
    session: async () => session,
    sessionNow: sessionNow ?? (async () => session),
    events,
    ip: "192.0.2.1",
    userAgent: "test",
  };
  return {
    api: createCallerFactory(appRouter)(context, { signal: aborting.signal }),
    leave: () => aborting.abort(),
  };
}

interface Listener {
  next(): Promise<LiveEvent>;
  /** The next event that is no presence. */
  nextWord(): Promise<LiveEvent>;
  /** How the stream ended. */
  end(): Promise<string>;
  readonly page: string;
  leave(): void;
}

async function listen(
  role: keyof typeof people,
  from: { revision?: number | null; lastEventId?: string } = {},
  sessionNow?: () => Promise<Session | null>,
): Promise<Listener> {
  const { api, leave } = await caller(role, sessionNow);
  const page = crypto.randomUUID();
  const { revision = 0, ...rest } = from;
  const stream = await api.documents.live({ workspaceId, documentId, page, revision, ...rest });
  const iterator = stream[Symbol.asyncIterator]();
  // Asked at once, so that it listens from here on.
  let asked = iterator.next();
  await sleep(150);
  const next = async (): Promise<LiveEvent> => {
    const step = await asked;
    if (step.done) throw new Error("the stream has ended");
    asked = iterator.next();
    return (step.value as unknown as readonly [string, LiveEvent])[1];
  };
  return {
    page,
    leave,
    next,
    nextWord: async () => {
      for (;;) {
        const event = await next();
        if (event.type !== "present" && event.type !== "left") return event;
      }
    },
    end: async () => {
      try {
        for (;;) {
          if ((await asked).done) return "DONE";
          asked = iterator.next();
        }
      } catch (error) {
        return error instanceof TRPCError ? error.code : String(error);
      }
    },
  };
}

const set = (name: string, value: unknown): Edit => ({ op: "set", path: [name], value });

async function edit(edits: readonly Edit[]) {
  const { api } = await caller("editor");
  const batchId = crypto.randomUUID();
  const answer = await api.personas.edit({ workspaceId, documentId, batchId, edits: [...edits] });
  return { batchId, ...answer };
}

function publish(revision: number) {
  return asPerson("editor", "document.publish", (scope) =>
    publishVersion(scope, personaKind, { workspaceId, documentId, revision, note: "First" }),
  );
}

describe("a page with a draft open", () => {
  it("hears each batch as it took effect, with its revision and author", async () => {
    const reviewer = await listen("reviewer");
    const { batchId } = await edit([set("archetype", "  Buys   for all ")]);
    expect(await reviewer.nextWord()).toEqual({
      type: "edits",
      revision: 1,
      batchId,
      by: people.editor,
      edits: [set("archetype", "Buys for all")],
    });
  });

  it("hears batches that are too long for the channel whole", async () => {
    const reviewer = await listen("reviewer");
    const claims = Array.from({ length: 40 }, (_, n) => ({ id: crypto.randomUUID(), text: `${n} `.padEnd(400, "x") }));
    await edit(claims.map((item) => ({ op: "insert", path: ["claims", "goals"], item, before: null })));
    const event = await reviewer.nextWord();
    expect(event.type === "edits" && event.edits).toHaveLength(40);
  });

  it("is told first what came after its revision, and goes on from the last event after a break", async () => {
    await edit([set("archetype", "One")]);
    await edit([set("archetype", "Two")]);
    const late = await listen("reviewer", { revision: 0 });
    expect(await late.nextWord()).toMatchObject({ revision: 1 });
    expect(await late.nextWord()).toMatchObject({ revision: 2, edits: [set("archetype", "Two")] });
    const again = await listen("reviewer", { revision: 0, lastEventId: "1" });
    expect(await again.nextWord()).toMatchObject({ revision: 2 });
  });

  it("reads anew where the log doesn't lead to the draft of now", async () => {
    await edit([set("archetype", "One")]);
    // A publication makes a revision without a batch.
    await publish(1);
    expect(await (await listen("reviewer", { revision: 0 })).nextWord()).toEqual({ type: "lost" });
    const current = await listen("reviewer", { revision: 2 });
    await edit([set("archetype", "Two")]);
    expect(await current.nextWord()).toMatchObject({ type: "edits", revision: 3 });
  });

  it("sees who is where, also who was there before, until they leave", async () => {
    const present = await listen("editor");
    const { api } = await caller("editor");
    await api.documents.present({ workspaceId, documentId, page: present.page, place: "summary" });
    const late = await listen("reviewer");
    const person = { id: people.editor, name: expect.any(String) };
    expect(await late.next()).toEqual({ type: "present", page: present.page, person, place: "summary" });
    present.leave();
    expect(await late.next()).toEqual({ type: "left", page: present.page });
    await expect(present.end()).resolves.toBe("DONE");
  });
});

describe("who may listen", () => {
  it("no stranger, and nobody to a document of another workspace", async () => {
    const other = await addWorkspace(database.owner, ["owner"]);
    const stranger = { ...people, owner: other.people.owner };
    people = stranger;
    await expect(listen("owner")).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { documentId: foreign } = await inScope(
      database.app,
      { workspaceId: other.workspaceId, userId: other.people.owner },
      "draft.edit",
      (scope) => createDocument(scope, segmentKind, { title: "Theirs" }),
    );
    const { api } = await caller("editor");
    const page = crypto.randomUUID();
    const asked = { workspaceId, documentId: foreign, page };
    await expect(api.documents.live({ ...asked, revision: 0 })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(api.documents.present({ ...asked, place: null })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("viewers not before it is published, and then to no word of the draft", async () => {
    await expect(listen("viewer", { revision: null })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await edit([set("archetype", "For all")]);
    await publish(1);
    const viewer = await listen("viewer", { revision: null });
    const { api } = await caller("editor");
    await edit([set("archetype", "Not for viewers")]);
    await api.documents.present({ workspaceId, documentId, page: crypto.randomUUID(), place: "archetype" });
    for (const part of ["approval", "versions"] as const) {
      await asPerson("editor", "draft.edit", (scope) => announceChange(scope, documentId, part));
    }
    expect(await viewer.next()).toEqual({ type: "changed", part: "versions", by: people.editor });
    const asViewer = await caller("viewer");
    const asked = { workspaceId, documentId, page: crypto.randomUUID(), place: null };
    await expect(asViewer.api.documents.present(asked)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("nobody who was removed, from that moment on", async () => {
    const editor = await listen("editor");
    const { api } = await caller("owner");
    await api.members.remove({ workspaceId, userId: people.editor });
    await expect(editor.end()).resolves.toBe("NOT_FOUND");
  });

  it("nobody with another role than they began with: they ask anew as who they are", async () => {
    const reviewer = await listen("reviewer");
    const { api } = await caller("owner");
    await api.members.changeRole({ workspaceId, userId: people.reviewer, role: "viewer" as Role });
    await expect(reviewer.end()).resolves.toBe("CONFLICT");
  });

  it("nobody whose session has ended", async () => {
    const userId = people.reviewer;
    await openLoginSession(database.app.db, { userId, method: "password", userAgent: "", ip: "" });
    let isSignedIn = true;
    const session = await sessionOf(database.owner, userId);
    const reviewer = await listen("reviewer", {}, async () => (isSignedIn ? session : null));
    isSignedIn = false;
    await endLoginSessions(database.app.db, userId);
    await expect(reviewer.end()).resolves.toBe("UNAUTHORIZED");
  });

  it("and a stream holds no connection while nothing happens", async () => {
    const streams = await Promise.all(Array.from({ length: 30 }, () => listen("reviewer")));
    await edit([set("archetype", "All hear it")]);
    const heard = await Promise.all(streams.map((stream) => stream.nextWord()));
    expect(heard.every((event) => event.type === "edits")).toBe(true);
  });
});
