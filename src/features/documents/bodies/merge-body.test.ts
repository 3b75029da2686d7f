import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { type Body, type BodyNode, bodyText, textBody } from "./body-rules";
import { beginningState, readBody } from "./body-yjs";
import { mergeBody } from "./merge-body";

const p = (text: string): BodyNode => ({ type: "paragraph", ...(text && { content: [{ type: "text", text }] }) });
const item = (text: string): BodyNode => ({ type: "listItem", content: [p(text)] });
const words = fc
  .array(fc.constantFrom("tea", "milk", "noon", "she", "brews", "waits", "the", "bus", "late"), { maxLength: 6 })
  .map((list) => list.join(" "));
const block: fc.Arbitrary<BodyNode> = fc.oneof(
  words.map(p),
  fc
    .tuple(words, fc.integer({ min: 1, max: 4 }))
    .map(([text, level]) => ({ ...p(text), type: "heading", attrs: { level } })),
  fc.array(words, { minLength: 1, maxLength: 4 }).map((list) => ({ type: "bulletList", content: list.map(item) })),
  fc
    .tuple(fc.array(words, { minLength: 1, maxLength: 3 }), fc.integer({ min: -2, max: 2 }))
    .map(([list, emotion]) => ({ type: "storyBeat", attrs: { emotion }, content: list.map(p) })),
  fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 3 }).map((rows) => ({
    type: "table",
    content: rows.map((cells) => ({
      type: "tableRow",
      content: cells.map((text) => ({ type: "tableCell", content: [p(text)] })),
    })),
  })),
);
const anyBody: fc.Arbitrary<Body> = fc
  .array(block, { minLength: 1, maxLength: 8 })
  .map((content) => ({ type: "doc", content }));

function open(body: Body): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, beginningState(body));
  return doc;
}

function meet(one: Y.Doc, two: Y.Doc): void {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(two));
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
}

describe("a live body that is made to say something else", () => {
  it("says exactly that, as if it had begun so", () => {
    fc.assert(
      fc.property(anyBody, anyBody, (before, after) => {
        const doc = open(before);
        mergeBody(doc, after);
        expect(readBody(doc)).toEqual(readBody(open(after)));
      }),
      { numRuns: 200 },
    );
  });

  it("changes nothing where it says that already", () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        const doc = open(body);
        const before = Y.encodeStateVector(doc);
        mergeBody(doc, body);
        expect(Y.encodeStateVector(doc)).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });

  it("keeps what somebody types meanwhile in the paragraph where they type it, whatever goes and comes around it", () => {
    const lines = Array.from({ length: 12 }, (_, index) =>
      [..."abcdef"].map((letter) => `${letter}${index}`).join(" "),
    );
    fc.assert(
      fc.property(
        fc.subarray(lines, { minLength: 3 }),
        fc.subarray(lines, { minLength: 3 }),
        fc.nat(11),
        (before, after, at) => {
          const [here, there] = [open(textBody(before.join("\n"))), open(textBody(before.join("\n")))];
          const typed = before[at % before.length] ?? "";
          const paragraph = there.getXmlFragment("body").get(at % before.length) as Y.XmlElement;
          (paragraph.get(0) as Y.XmlText).insert(typed.length, " And so on.");
          mergeBody(here, textBody(after.join("\n")));
          meet(here, there);
          const expected = after.map((line) => (line === typed ? `${line} And so on.` : line)).join("\n");
          expect([bodyText(readBody(here).body), bodyText(readBody(there).body)]).toEqual([expected, expected]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("takes as much as the difference, also where everything has moved by one", () => {
    const lines = Array.from({ length: 300 }, (_, index) => `Paragraph number ${index} tells of the bus.`);
    const doc = open(textBody(lines.join("\n")));
    const before = Y.encodeStateVector(doc);
    mergeBody(doc, textBody(["A new beginning.", ...lines.toSpliced(150, 1)].join("\n")));
    expect(Y.encodeStateAsUpdate(doc, before).byteLength).toBeLessThan(200);
  });
});
