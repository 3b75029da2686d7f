import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { segmentsOf } from "./comparison-segment-rules";
import { newWordFinder } from "./comparison-word-rules";

/** The differing words as one reads them: [-removed-] and {+added+}. */
function shown(before: string, after: string): string {
  const marks = { same: ["", ""], removed: ["[-", "-]"], added: ["{+", "+}"] } as const;
  return segmentsOf({ before, after, words: newWordFinder()(before, after) })
    .map(({ sign, text }) => `${marks[sign][0]}${text}${marks[sign][1]}`)
    .join("");
}

function sidesOf(before: string, after: string) {
  const segments = segmentsOf({ before, after, words: newWordFinder()(before, after) });
  const side = (left: string) =>
    segments
      .filter(({ sign }) => sign !== left)
      .map(({ text }) => text)
      .join("");
  return { before: side("added"), after: side("removed") };
}

const anyText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc
    .array(fc.constantFrom("tea", "milk", "at", "noon", ",", ".", " ", "\n", "  ", "早上", "喝茶", "ชา", "👩‍💻", "é"), {
      maxLength: 60,
    })
    .map((parts) => parts.join("")),
  fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 300 }).map((words) => words.join(" ")),
);

describe("the words that differ", () => {
  it("give back the old and the new text", () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        expect(sidesOf(before, after)).toEqual({ before, after });
      }),
      { numRuns: 2_000 },
    );
  });

  it("are none in a text that stayed the same", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(newWordFinder()(text, text)).toEqual([]);
      }),
    );
  });

  it.each([
    [
      "one word",
      "Brews before everybody is up",
      "Brews before nobody is up",
      "Brews before [-everybody-]{+nobody+} is up",
    ],
    ["words added at the end", "Ten minutes", "Ten minutes of quiet", "Ten minutes{+ of quiet+}"],
    ["punctuation", "Tea, milk and sugar", "Tea; milk and sugar", "Tea[-,-]{+;+} milk and sugar"],
    ["a word with an apostrophe stays whole", "They don't care", "They won't care", "They [-don't-]{+won't+} care"],
    ["a number stays whole", "costs 3.50 today", "costs 3.75 today", "costs [-3.50-]{+3.75+} today"],
    ["words without common ground", "red car", "blue bike", "[-red car-]{+blue bike+}"],
    ["Chinese words", "她早上喝茶看书", "她晚上喝茶看书", "她[-早上-]{+晚上+}喝茶看书"],
    ["spaces", "a  b c", "a b c", "a[- -] b c"],
    ["an emoji made of several", "Works 👩‍💻 late", "Works 👩‍🎨 late", "Works [-👩‍💻-]{+👩‍🎨+} late"],
    ["Arabic", "تشرب الشاي صباحا", "تشرب القهوة صباحا", "تشرب [-الشاي-]{+القهوة+} صباحا"],
  ])("are told apart: %s", (_name, before, after, expected) => {
    expect(shown(before, after)).toBe(expected);
  });

  it("keep paragraphs apart", () => {
    expect(shown("One two three\n\nfour five six", "One too three\n\nfour fife six")).toBe(
      "One [-two-]{+too+} three\n\nfour [-five-]{+fife+} six",
    );
    expect(shown("Alone\n\nApart", "Along\n\nTogether")).toBe("[-Alone-]{+Along+}\n\n[-Apart-]{+Together+}");
  });

  it("leave no lonely word standing in a sentence that was written anew", () => {
    expect(shown("She walks slowly to the market on Fridays", "Deliveries reach her in the evening from Lisbon")).toBe(
      "[-She walks slowly to the market on Fridays-]{+Deliveries reach her in the evening from Lisbon+}",
    );
  });

  const pick = (words: readonly string[], count: number, step: number) =>
    Array.from({ length: count }, (_, at) => words[(at * step) % words.length]).join(" ");
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  it.each([
    ["one letter ten thousand times", "a".repeat(10_000), "a".repeat(9_999)],
    ["one letter as so many words", "a ".repeat(5_000), `b ${"a ".repeat(4_998)}`],
    ["no common words", pick(letters.slice(0, 13), 5_000, 1), pick(letters.slice(13), 5_000, 1)],
    ["the same words in another order", pick(letters, 5_000, 7), pick(letters, 5_000, 11)],
    ["all words the other way round", pick(letters, 5_000, 1), [...pick(letters, 5_000, 1)].reverse().join("")],
    ["full stops", ".".repeat(10_000), `${".".repeat(5_000)}x${".".repeat(4_000)}`],
    ["spaces alone", " ".repeat(10_000), "\n ".repeat(5_000)],
    ["Chinese of one character", "中".repeat(10_000), `${"中".repeat(5_000)}国${"中".repeat(4_999)}`],
  ])("are found or given up soon: %s", (_name, before, after) => {
    const started = performance.now();
    expect(sidesOf(before, after)).toEqual({ before, after });
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it("take no longer than their allowance, however many texts ask for much", () => {
    const find = newWordFinder();
    const started = performance.now();
    for (let text = 0; text < 50; text++) find(pick(letters, 2_500, 7), pick(letters, 2_500, 11 + (text % 3)));
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
