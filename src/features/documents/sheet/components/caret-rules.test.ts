import { expect, it } from "vitest";
import { moveSelection } from "./caret-rules";

/** The caret is written as |. */
it.each([
  ["Hello| you", "Oh, Hello you", "Oh, Hello| you"],
  ["Hello| you", "Hello all of you", "Hello| all of you"],
  ["Hello you|", "Hello all of you", "Hello all of you|"],
  ["Hel|lo", "", "|"],
  ["|Hello", "Oh, Hello", "|Oh, Hello"],
  ["aa|a", "aaaa", "aa|aa"],
  ["one tw|o three", "one three", "one t|hree"],
])("%s becoming %s leaves the caret at %s", (marked, now, expected) => {
  const at = marked.indexOf("|");
  const { start, end } = moveSelection(marked.replace("|", ""), now, { start: at, end: at });
  expect(start).toBe(end);
  expect(`${now.slice(0, start)}|${now.slice(start)}`).toBe(expected);
});
