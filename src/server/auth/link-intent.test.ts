import { afterEach, expect, test, vi } from "vitest";
import { isLinkIntended, makeLinkIntent } from "./link-intent";

afterEach(() => vi.useRealTimers());

test("leave to link is good for its session and for ten minutes", () => {
  vi.useFakeTimers();
  const intent = makeLinkIntent("one");
  expect(isLinkIntended(intent, "one")).toBe(true);
  expect(isLinkIntended(intent, "two")).toBe(false);
  vi.advanceTimersByTime(10 * 60_000 - 1);
  expect(isLinkIntended(intent, "one")).toBe(true);
  vi.advanceTimersByTime(1);
  expect(isLinkIntended(intent, "one")).toBe(false);
});

test.each(["", ".", "9999999999999.", "9999999999999.x", "NaN.x", "1e99.x"])("%j is no leave", (forged) => {
  expect(isLinkIntended(forged, "one")).toBe(false);
});
