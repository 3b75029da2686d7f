import { describe, expect, test } from "vitest";
import { beatsOf, beatWords, curvePath, curvePoints } from "./beat-rules";
import type { BodyNode } from "./body-rules";

const beat = (emotion: unknown, text: string): BodyNode => ({
  type: "storyBeat",
  attrs: { emotion },
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
});

describe("the beats of a story", () => {
  const beats = beatsOf({ type: "doc", content: [beat(-2, "The hinge snaps"), beat("x", "Odd"), beat(2, "It fits")] });

  test("are read in order, and what is no feeling is neutral", () => {
    expect(beats).toEqual([
      { emotion: -2, text: "The hinge snaps" },
      { emotion: 0, text: "Odd" },
      { emotion: 2, text: "It fits" },
    ]);
  });

  test("are told in words, long ones shortened", () => {
    expect(beatWords(beats, 0)).toBe("1 of 3, Miserable: The hinge snaps");
    expect(beatWords([{ emotion: 1, text: "" }], 0)).toBe("1 of 1, Pleased");
    expect(beatWords([{ emotion: 0, text: "word ".repeat(60) }], 0)).toHaveLength(107);
    expect(beatWords(beats, 7)).toBe("");
  });

  test("stand evenly across, the best at the top", () => {
    expect(curvePoints(beats)).toEqual([
      { x: 1 / 6, y: 1 },
      { x: 0.5, y: 0.5 },
      { x: 5 / 6, y: 0 },
    ]);
    expect(curvePath(curvePoints(beats.slice(0, 2)), 100, 40)).toBe("M25 40C50 40 50 20 75 20");
    expect(curvePath([], 100, 40)).toBe("");
  });
});
