import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DocumentContent } from "../../field-rules";
import { applyEdits, type Edit } from "../edit-rules";
import type { Batch } from "./draft-queue";
import { type Draft, DraftSession } from "./draft-session";

const ids = ["a", "b", "c"];
const start: Draft = {
  content: { title: "Maya", summary: "", list: ids.slice(0, 2).map((id) => ({ id, text: "" })) },
  revision: 0,
  basedOn: null,
  changedAt: "",
  changedBy: { id: "", name: "" },
};
const set = (name: string, value: unknown): Edit => ({ op: "set", path: [name], value });
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A server with a log, and tabs that hear of it each in their own time. */
function server() {
  let draft = start;
  const log: (Batch & { revision: number })[] = [];
  const tabs: { hear: (entry: (typeof log)[number]) => void }[] = [];
  const accept = (batch: Batch) => {
    const known = log.find(({ batchId }) => batchId === batch.batchId);
    if (known) return known;
    // As the real one: all or nothing.
    const content = applyEdits(draft.content, batch.edits);
    const entry = { ...batch, revision: draft.revision + 1 };
    draft = { ...draft, content, revision: entry.revision };
    log.push(entry);
    for (const tab of tabs) tab.hear(entry);
    return entry;
  };
  const open = (delays: { event: () => number; answer: () => number } = { event: () => 0, answer: () => 0 }) => {
    let seen = draft;
    let reads = 0;
    const shown: DocumentContent[] = [];
    const session = new DraftSession(
      {
        read: () => seen,
        write: (next) => {
          seen = next;
          shown.push(next.content);
        },
        refetch: async () => {
          reads += 1;
          await wait(5);
          if (draft.revision >= seen.revision) seen = draft;
        },
        send: async (batch) => {
          await wait(delays.answer());
          try {
            return accept(batch);
          } finally {
            await wait(delays.answer());
          }
        },
        settle: async () => ({ revision: draft.revision }),
        explain: () => ({ code: "CONFLICT", message: "Gone.", details: {}, fields: {} }),
      },
      { keep: () => {}, adopt: async () => {} },
    );
    session.isLive = true;
    tabs.push({ hear: (entry) => void setTimeout(() => session.take(entry), delays.event()) });
    return { session, seen: () => seen, reads: () => reads, shown };
  };
  /** Prose is stored: a revision of which no edits are told. */
  const store = (summary: string) => {
    draft = { ...draft, content: { ...draft.content, summary }, revision: draft.revision + 1 };
    const entry = { batchId: crypto.randomUUID(), edits: [], revision: draft.revision };
    log.push(entry);
    for (const tab of tabs) tab.hear(entry);
  };
  return { open, accept, store, draft: () => draft };
}

const batch = (...edits: Edit[]): Batch => ({ batchId: crypto.randomUUID(), edits });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a draft in a tab", () => {
  it("shows what others write, in order, without asking the server", async () => {
    const { open, accept } = server();
    const tab = open();
    for (const title of ["One", "Two", "Three"]) accept(batch(set("title", title)));
    await vi.advanceTimersByTimeAsync(100);
    expect(tab.seen()).toMatchObject({ revision: 3, content: { title: "Three" } });
    expect(tab.reads()).toBe(0);
  });

  it("keeps one's own words in sight from typing to storing, also when the answer overtakes the stream", async () => {
    const { open, accept } = server();
    const tab = open({ event: () => 80, answer: () => 1 });
    accept(batch(set("summary", "Theirs")));
    tab.session.edit(set("title", "Mine"));
    for (let time = 0; time < 600; time += 5) {
      await vi.advanceTimersByTimeAsync(5);
      const { unsent } = tab.session.queue.read();
      expect(applyEdits(tab.seen().content, unsent)).toMatchObject({ title: "Mine" });
    }
    expect(tab.seen()).toMatchObject({ revision: 2, content: { title: "Mine", summary: "Theirs" } });
    expect(tab.session.queue.read().state).toBe("saved");
    expect(tab.reads()).toBe(0);
  });

  it("reads anew when something between is never told, and loses nothing of its own", async () => {
    const { open, accept, draft } = server();
    const tab = open({ event: () => 10_000_000, answer: () => 1 });
    accept(batch(set("summary", "Missed")));
    tab.session.edit(set("title", "Mine"));
    await vi.advanceTimersByTimeAsync(3_000);
    expect(tab.seen()).toEqual(draft());
    expect(tab.reads()).toBe(1);
    expect(tab.session.queue.read().state).toBe("saved");
  });

  it("undoes one's own last edit whatever others wrote elsewhere", async () => {
    const { open, accept } = server();
    const tab = open();
    tab.session.edit(set("title", "Mine"));
    await vi.advanceTimersByTimeAsync(500);
    accept(batch(set("summary", "Theirs")));
    await vi.advanceTimersByTimeAsync(100);
    expect(tab.session.undo()?.isWhole).toBe(true);
    await vi.advanceTimersByTimeAsync(500);
    expect(tab.seen().content).toMatchObject({ title: "Maya", summary: "Theirs" });
    expect(tab.session.canUndo()).toBe(false);
    expect(tab.session.canRedo()).toBe(true);
  });
});

describe("prose that was stored", () => {
  it("is read anew soon, and while people go on writing only now and then", async () => {
    const { open, store, draft } = server();
    const tab = open();
    store("She waits");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(tab.seen()).toEqual(draft());
    expect(tab.reads()).toBe(1);
    for (let time = 0; time < 10; time += 1) {
      store(`She waits ${time} hours`);
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(tab.reads()).toBeLessThanOrEqual(3);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(tab.seen()).toEqual(draft());
  });

  it("is there before anybody freezes it, with one's own edits", async () => {
    const { open, store, draft } = server();
    const tab = open({ event: () => 5_000, answer: () => 20 });
    tab.session.edit(set("title", "Mine"));
    store("She waits");
    const settled = tab.session.readSettled();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await settled).toEqual(draft());
    expect(draft().content).toMatchObject({ title: "Mine", summary: "She waits" });
  });
});

const anyId = fc.constantFrom(...ids);
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ op: fc.constant("set" as const), path: fc.constant(["title"]), value: fc.string({ maxLength: 3 }) }),
  fc.record({
    op: fc.constant("set" as const),
    path: anyId.map((id) => ["list", id, "text"]),
    value: fc.string({ maxLength: 3 }),
  }),
  fc.record({
    op: fc.constant("insert" as const),
    path: fc.constant(["list"]),
    item: fc.record({ id: anyId, text: fc.constant("") }),
    before: fc.option(anyId),
  }),
  fc.record({ op: fc.constant("remove" as const), path: fc.constant(["list"]), id: anyId }),
  fc.record({ op: fc.constant("move" as const), path: fc.constant(["list"]), id: anyId, before: fc.option(anyId) }),
);

describe("three tabs at once", () => {
  it("end with what the server has, however slow and out of order they hear of each other", async () => {
    const step = fc.record({ tab: fc.nat(2), edit: anyEdit, pause: fc.constantFrom(0, 50, 300, 1_500) });
    const delays = fc.array(fc.constantFrom(0, 5, 40, 200, 700), { minLength: 5, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), delays, async (steps, pauses) => {
        const { open, draft } = server();
        let turn = 0;
        const next = () => pauses[turn++ % pauses.length] ?? 0;
        const tabs = [0, 1, 2].map(() => open({ event: next, answer: next }));
        for (const { tab, edit, pause } of steps) {
          tabs[tab]?.session.edit(edit);
          await vi.advanceTimersByTimeAsync(pause);
        }
        await vi.advanceTimersByTimeAsync(60_000);
        for (const tab of tabs) {
          expect(tab.session.queue.read().unsent).toEqual([]);
          expect(tab.seen()).toEqual(draft());
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
