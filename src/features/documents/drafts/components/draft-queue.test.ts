import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AppError } from "@/shared/errors";
import type { Edit } from "../edit-rules";
import { DraftQueue, type KeptEdits, withUnsent } from "./draft-queue";

const set = (name: string, value: unknown): Edit => ({ op: "set", path: [name], value });

/** A server that applies each batch id once, and can be told how to answer. */
function server() {
  const state = {
    applied: [] as string[][],
    answer: "ok" as "ok" | "lost" | "offline" | "refuse" | "busy",
    seen: new Set<string>(),
  };
  const kept: KeptEdits[] = [];
  const queue = new DraftQueue(
    {
      explain: (error) => ({
        code: error instanceof AppError ? error.code : "OFFLINE",
        message: error instanceof Error ? error.message : "",
        details: error instanceof AppError ? error.details : {},
        fields: {},
      }),
      send: async ({ batchId, edits }) => {
        if (state.answer === "offline") throw new Error("no network");
        if (state.answer === "busy") throw new AppError("LIMIT", "Too many.", { retryAfter: 10 });
        if (state.answer === "refuse" && edits.some((edit) => edit.op === "set" && edit.value !== "fine")) {
          throw new AppError("INVALID", "Too long.");
        }
        if (!state.seen.has(batchId)) state.applied.push(edits.map((edit) => JSON.stringify(edit)));
        state.seen.add(batchId);
        if (state.answer === "lost") throw new Error("the answer was lost");
      },
    },
    (now) => kept.push(now),
  );
  return { state, queue, kept };
}

describe("edits on their way", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("are sent as one batch after a pause in typing, and say so", async () => {
    const { state, queue } = server();
    queue.add(set("title", "M"));
    queue.add(set("title", "Ma"));
    expect(queue.read()).toMatchObject({ state: "saving", unsent: [set("title", "Ma")] });
    await vi.advanceTimersByTimeAsync(500);
    expect(state.applied).toEqual([[JSON.stringify(set("title", "Ma"))]]);
    expect(queue.read()).toMatchObject({ state: "saved", unsent: [] });
  });

  it("stay while the network is away and arrive in their order when it is back", async () => {
    const { state, queue } = server();
    state.answer = "offline";
    queue.add(set("title", "A"));
    await vi.advanceTimersByTimeAsync(500);
    queue.add(set("quote", "B"));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(queue.read().state).toBe("offline");
    expect(withUnsent({ title: "", quote: "" }, queue.read().unsent)).toEqual({ title: "A", quote: "B" });
    state.answer = "ok";
    await vi.advanceTimersByTimeAsync(60_000);
    expect(state.applied.flat()).toEqual([JSON.stringify(set("title", "A")), JSON.stringify(set("quote", "B"))]);
    expect(queue.read().state).toBe("saved");
  });

  it("are applied once although the answer was lost", async () => {
    const { state, queue } = server();
    state.answer = "lost";
    queue.add(set("title", "A"));
    await vi.advanceTimersByTimeAsync(500);
    state.answer = "ok";
    await vi.advanceTimersByTimeAsync(60_000);
    expect(state.applied).toHaveLength(1);
    expect(queue.read().state).toBe("saved");
  });

  it("are kept and shown with the reason when the server refuses them, and the next ones still go", async () => {
    const { state, queue } = server();
    state.answer = "refuse";
    queue.add(set("title", "A"));
    await vi.advanceTimersByTimeAsync(500);
    expect(queue.read()).toMatchObject({
      state: "refused",
      refused: { message: "Too long.", edits: [set("title", "A")] },
    });
    state.answer = "ok";
    queue.add(set("quote", "B"));
    expect(await queue.flush()).toBe(false);
    expect(state.applied.flat()).toEqual([JSON.stringify(set("quote", "B"))]);
    queue.dismissRefusal();
    expect(queue.read().state).toBe("saved");
  });

  it("are refused one by one: what is fine in the same batch is stored", async () => {
    const { state, queue } = server();
    state.answer = "refuse";
    for (const [name, value] of [
      ["a", "fine"],
      ["b", "bad"],
      ["c", "fine"],
      ["d", "fine"],
    ] as const)
      queue.add(set(name, value));
    expect(await queue.flush()).toBe(false);
    expect(queue.read()).toMatchObject({ state: "refused", refused: { edits: [set("b", "bad")] } });
    expect(state.applied.flat()).toEqual(["a", "c", "d"].map((name) => JSON.stringify(set(name, "fine"))));
  });

  it("wait while the server says that it is too much at once", async () => {
    const { state, queue } = server();
    state.answer = "busy";
    queue.add(set("title", "A"));
    await vi.advanceTimersByTimeAsync(500);
    expect(queue.read()).toMatchObject({ state: "offline", trouble: "Too many.", refused: null });
    state.answer = "ok";
    await vi.advanceTimersByTimeAsync(30_000);
    expect(queue.read().state).toBe("saved");
  });

  it("go out at least every second while somebody types without a rest", async () => {
    const { state, queue } = server();
    for (let n = 0; n < 30; n += 1) {
      queue.add(set("title", "x".repeat(n)));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(state.applied.length).toBeGreaterThanOrEqual(2);
  });

  it("are kept until they are stored, and a later tab sends them under the same ids", async () => {
    const { state, queue, kept } = server();
    state.answer = "lost";
    queue.add(set("title", "A"));
    await vi.advanceTimersByTimeAsync(500);
    const left = kept.at(-1);
    expect(left?.batches).toHaveLength(1);
    state.answer = "ok";
    const later = server();
    later.state.seen = state.seen;
    later.queue.add(set("quote", "B"));
    if (left) later.queue.adopt(left);
    await vi.advanceTimersByTimeAsync(5_000);
    // Stored by the first tab already: not a second time.
    expect(later.state.applied.flat()).toEqual([JSON.stringify(set("quote", "B"))]);
    expect(later.kept.at(-1)).toEqual({ batches: [], refused: null });
  });

  it("count as stored when everybody is told of them, whatever becomes of the answer", async () => {
    const { state, queue, kept } = server();
    state.answer = "offline";
    queue.add(set("title", "A"));
    await vi.advanceTimersByTimeAsync(500);
    queue.acknowledge("of somebody else");
    expect(queue.read().unsent).toHaveLength(1);
    queue.acknowledge(kept.at(-1)?.batches[0]?.batchId ?? "");
    expect(queue.read()).toMatchObject({ state: "saved", unsent: [] });
  });
});
