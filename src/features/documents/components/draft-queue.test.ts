import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AppError } from "@/shared/errors";
import type { Edit } from "../edit-rules";
import { DraftQueue, withUnsent } from "./draft-queue";

const set = (name: string, value: unknown): Edit => ({ op: "set", path: [name], value });

/** A server that applies each batch id once, and can be told how to answer. */
function server() {
  const state = {
    applied: [] as string[][],
    answer: "ok" as "ok" | "lost" | "offline" | "refuse",
    seen: new Set<string>(),
  };
  const queue = new DraftQueue({
    explain: (error) => ({
      code: error instanceof AppError ? error.code : "OFFLINE",
      message: error instanceof Error ? error.message : "",
      details: {},
      fields: {},
    }),
    send: async ({ batchId, edits }) => {
      if (state.answer === "offline") throw new Error("no network");
      if (state.answer === "refuse") throw new AppError("INVALID", "Too long.");
      if (!state.seen.has(batchId)) state.applied.push(edits.map((edit) => JSON.stringify(edit)));
      state.seen.add(batchId);
      if (state.answer === "lost") throw new Error("the answer was lost");
    },
  });
  return { state, queue };
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
});
