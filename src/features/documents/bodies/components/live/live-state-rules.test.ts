import { describe, expect, test } from "vitest";
import { liveNotice } from "./live-notice-rules";
import {
  editorMode,
  FIRST_LIVE_STATE,
  type LiveEvent,
  type LiveState,
  LONG_UNSAVED,
  liveWords,
  nextLiveState,
  retryPause,
  triesOnReturn,
} from "./live-state-rules";

const NOW = 1_000_000;
const OPENED: readonly LiveEvent[] = [
  { type: "kept", kept: "kept", hasCopy: false },
  { type: "connecting" },
  { type: "authenticated", mayWrite: true },
  { type: "synced" },
];
const WROTE: LiveEvent = { type: "wrote", at: NOW };
const OFFLINE: readonly LiveEvent[] = [
  { type: "network", isOnline: false },
  { type: "closed", reason: "" },
];

function reached(...events: readonly (LiveEvent | readonly LiveEvent[])[]): LiveState {
  return events.flat().reduce(nextLiveState, FIRST_LIVE_STATE);
}
const closed = (reason: string): LiveEvent => ({ type: "closed", reason });
const said = (state: LiveState, now = NOW) => liveWords(state, now)?.state ?? null;

describe("what is said of the text", () => {
  test.each<[string, LiveState, string | null, ReturnType<typeof editorMode>]>([
    ["before the first connection", reached({ type: "connecting" }), null, "none"],
    ["when everything is here", reached(OPENED), "saved", "write"],
    ["while a word is on its way", reached(OPENED, WROTE), "saving", "write"],
    ["when it is acknowledged", reached(OPENED, WROTE, { type: "acknowledged" }), "saved", "write"],
    ["when the network goes", reached(OPENED, OFFLINE), "offline", "write"],
    ["when one writes without a network", reached(OPENED, OFFLINE, WROTE), "offline", "write"],
    [
      "when it is back and everything was told",
      reached(OPENED, OFFLINE, WROTE, OPENED, { type: "acknowledged" }),
      "saved",
      "write",
    ],
    ["when it is back and nothing is acknowledged yet", reached(OPENED, OFFLINE, WROTE, OPENED), "saving", "write"],
    ["when the server can't write", reached(OPENED, WROTE, closed("unwritten")), "unsaved", "write"],
    ["when the role is lowered", reached(OPENED, { type: "access", mayWrite: false }), "saved", "read"],
    [
      "when words come after that",
      reached(OPENED, WROTE, { type: "access", mayWrite: false }, { type: "denied" }),
      "unsaved",
      "read",
    ],
    [
      "when the role is given back",
      reached(OPENED, WROTE, { type: "denied" }, { type: "access", mayWrite: true }, { type: "acknowledged" }),
      "saved",
      "write",
    ],
    ["when one is signed out", reached(OPENED, WROTE, closed("signed-out")), "unsaved", "read"],
    ["when one may not see it any more", reached(OPENED, closed("no-access")), "offline", "none"],
    ["when the page is too old", reached(closed("schema")), "offline", "none"],
    ["when an update is too large", reached(OPENED, WROTE, closed("too-large")), "unsaved", "read"],
    ["when the room is full", reached(closed("crowded")), "offline", "none"],
    [
      "without a network from the start, with a copy",
      reached({ type: "kept", kept: "kept", hasCopy: true }, OFFLINE),
      "offline",
      "write",
    ],
    [
      "without a network from the start, without a copy",
      reached({ type: "kept", kept: "kept", hasCopy: false }, OFFLINE),
      "offline",
      "none",
    ],
  ])("%s", (_, state, words, mode) => {
    expect([said(state), editorMode(state)]).toEqual([words, mode]);
  });

  test("“Saving” becomes “Not saved” when an open connection acknowledges nothing for long", () => {
    const state = reached(OPENED, WROTE);
    expect(said(state, NOW + LONG_UNSAVED - 1)).toBe("saving");
    expect(said(state, NOW + LONG_UNSAVED)).toBe("unsaved");
  });

  test("a browser that keeps nothing says so, saved or not", () => {
    const unkept: LiveEvent = { type: "kept", kept: "failed", hasCopy: false };
    expect(liveWords(reached(OPENED, unkept), NOW)).toEqual({
      state: "saved",
      reason: "This browser keeps nothing on the device.",
    });
    expect(said(reached(OPENED, unkept, OFFLINE, WROTE))).toBe("unsaved");
  });
});

describe("another try", () => {
  test("comes later each time, and never for everybody at once", () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7].map((times) => retryPause(reached(...Array(times).fill(closed("gap"))), 0.5));
    expect(pauses).toEqual([400, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
    const once = reached(closed(""));
    expect(retryPause(once, 0)).toBeLessThan(retryPause(once, 1) ?? 0);
  });

  test.each(["gap", "read-only", "unwritten", "unavailable", "crowded", "", "restart"])(
    "is made after “%s”",
    (reason) => {
      expect(retryPause(reached(OPENED, closed(reason)), 0.5)).not.toBeNull();
    },
  );

  test.each(["signed-out", "no-access", "gone", "schema", "too-large", "foreign", "full"])(
    "is not made by itself after “%s”",
    (reason) => {
      expect(retryPause(reached(OPENED, closed(reason)), 0.5)).toBeNull();
    },
  );

  test("is made on return where somebody may have put it right elsewhere", () => {
    const tries = (reason: string) => triesOnReturn(reached(OPENED, closed(reason)));
    expect(["signed-out", "no-access", "gone", "", "gap"].map(tries)).toEqual([true, true, true, true, true]);
    expect(["schema", "too-large", "foreign", "full"].map(tries)).toEqual([false, false, false, false]);
  });
});

describe("what was not taken", () => {
  test.each([
    ["too-large", ["copy", "discard"]],
    ["foreign", ["copy", "discard"]],
    ["full", ["copy", "discard"]],
    ["no-access", ["copy", "discard"]],
    ["gone", ["copy", "discard"]],
    ["signed-out", ["sign-in", "copy"]],
    ["schema", ["reload", "copy"]],
  ])("is offered after “%s”", (reason, acts) => {
    expect(liveNotice(reached(OPENED, WROTE, closed(reason)))?.acts).toEqual(acts);
  });

  test("is offered to who may only read now, until it is taken after all", () => {
    const denied = reached(OPENED, WROTE, { type: "access", mayWrite: false }, { type: "denied" });
    expect(liveNotice(denied)?.acts).toEqual(["copy", "discard"]);
    expect(liveNotice(nextLiveState(denied, { type: "acknowledged" }))).toBeNull();
  });

  test("and nothing is said where all was taken", () => {
    expect(liveNotice(reached(OPENED))).toBeNull();
    expect(liveNotice(reached(OPENED, closed("no-access")))).toBeNull();
    expect(liveNotice(reached(OPENED, OFFLINE, WROTE))).toBeNull();
  });
});
