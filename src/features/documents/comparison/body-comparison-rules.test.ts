import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Body, type BodyNode, withoutThreads } from "../bodies/body-rules";
import {
  type BlockPart,
  type BodyDiff,
  isFold,
  isSameBody,
  marksKey,
  type Piece,
  saidAttributes,
} from "./body-change-rules";
import { compareBodies } from "./body-comparison-rules";
import { blocksOf, changedBlocks, piecesOf } from "./body-fold-rules";

const ids = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`);
const text = (words: string, ...marks: string[]): BodyNode => ({
  type: "text",
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const block = (type: string, content: readonly BodyNode[], attrs?: Record<string, unknown>): BodyNode => ({
  type,
  ...(attrs && { attrs }),
  ...(content.length > 0 && { content }),
});
const p = (words: string) => block("paragraph", words ? [text(words)] : []);
const doc = (...content: readonly BodyNode[]): Body => ({ type: "doc", content });
const table2 = (rows: readonly (readonly string[])[]): Body =>
  doc(
    block(
      "table",
      rows.map((cells) =>
        block(
          "tableRow",
          cells.map((cell) => block("tableCell", [p(cell)])),
        ),
      ),
    ),
  );
const chip = (version: number, title = "Maya"): BodyNode => ({
  type: "documentChip",
  attrs: { document: ids[0], kind: "persona", version, title },
});

const words = fc
  .array(
    fc.constantFrom(
      "tea",
      "milk",
      "at",
      "noon",
      "she",
      "brews",
      "waits",
      "for",
      "the",
      "bus",
      "早上",
      "👩‍💻",
      "\ue000",
    ),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((list) => list.join(" "));
const mark = fc.constantFrom(
  { type: "bold" },
  { type: "italic" },
  { type: "link", attrs: { href: "https://one.example" } },
  { type: "link", attrs: { href: "https://two.example" } },
  { type: "comment", attrs: { thread: ids[1] } },
);
const inline: fc.Arbitrary<BodyNode> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant("text"), text: words }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant("text"),
      text: words,
      marks: fc.uniqueArray(mark, { maxLength: 2, selector: ({ type }) => type }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ version: fc.integer({ min: 1, max: 3 }), document: fc.constantFrom(...ids) })
      .map(({ version, document }) => ({
        type: "documentChip",
        attrs: { document, kind: "persona", version, title: `Chip ${version}` },
      })),
  },
  { weight: 1, arbitrary: fc.constant({ type: "hardBreak" }) },
);
const textBlock = fc
  .record({
    kind: fc.constantFrom("paragraph", "need", "heading2", "heading3", "codeBlock"),
    content: fc.array(inline, { maxLength: 4 }),
  })
  .map(({ kind, content }) =>
    kind.startsWith("heading") ? block("heading", content, { level: Number(kind.at(-1)) }) : block(kind, content),
  );
const { blocks: anyBlocks } = fc.letrec<{ node: BodyNode; blocks: BodyNode[] }>((tie) => ({
  blocks: fc.array(tie("node"), { maxLength: 6 }),
  node: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    textBlock,
    fc.constantFrom<BodyNode>(
      { type: "horizontalRule" },
      { type: "image", attrs: { picture: ids[0], alt: "A", width: null } },
      { type: "image", attrs: { picture: ids[1], alt: "B", width: 50 } },
    ),
    fc
      .record({
        type: fc.constantFrom("blockquote", "callout", "storyBeat"),
        emotion: fc.integer({ min: -2, max: 2 }),
        content: tie("blocks"),
      })
      .map(({ type, emotion, content }) => block(type, content, type === "storyBeat" ? { emotion } : {})),
    fc
      .record({
        type: fc.constantFrom("bulletList", "orderedList"),
        items: fc.array(tie("blocks"), { minLength: 1, maxLength: 4 }),
      })
      .map(({ type, items }) =>
        block(
          type,
          items.map((content) => block("listItem", content)),
        ),
      ),
    fc.array(fc.array(tie("blocks"), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }).map((rows) =>
      block(
        "table",
        rows.map((cells) =>
          block(
            "tableRow",
            cells.map((content) => block("tableCell", content, { colspan: 1, rowspan: 1, colwidth: null })),
          ),
        ),
      ),
    ),
  ),
}));
const anyBody: fc.Arbitrary<Body> = anyBlocks.map((content) => (content.length > 0 ? { type: "doc", content } : null));
/** Two bodies of which the second was made from the first by taking out, doubling and shifting blocks. */
const twoBodies = fc.oneof(
  fc.tuple(anyBody, anyBody),
  fc.tuple(anyBody, fc.array(fc.nat(100), { maxLength: 4 }), anyBlocks).map(([before, acts, others]): [Body, Body] => {
    const content = [...(before?.content ?? [])];
    for (const act of acts) {
      const [taken] = content.splice(act % (content.length + 1), 1);
      if (taken && act % 3 > 0) content.splice(act % 7, 0, taken, ...(act % 3 > 1 ? [taken] : []));
      else content.push(...others.slice(0, 1));
    }
    return [before, content.length > 0 ? { type: "doc", content } : null];
  }),
);

/** What a comparison says of one side, as nodes. */
function read(side: "before" | "after", parts: readonly BlockPart[]): readonly unknown[] {
  return blocksOf(side, parts).map((part) => {
    if (isFold(part)) throw new Error("a fold");
    const { type, attrs = {}, was, change, pieces, blocks } = part;
    const own = side === "before" && was ? was : { type, attrs };
    const inner = change === "added" || change === "removed" ? "after" : side;
    return { ...own, inside: pieces ? runs(inner, pieces) : read(inner, blocks ?? []) };
  });
}
function runs(side: "before" | "after", pieces: readonly Piece[]): string {
  return piecesOf(side, pieces)
    .map(({ text, marks, chip, was }) => {
      const own = side === "before" && was ? was : { ...(marks && { marks }), ...(chip && { chip }) };
      return [...(own.chip ? [JSON.stringify(own.chip)] : text)]
        .map((letter) => `${letter}${marksKey(own.marks)}`)
        .join("|");
    })
    .join("|");
}
function plain(nodes: readonly BodyNode[]): readonly unknown[] {
  return nodes.map((node) => {
    const isText = ["paragraph", "need", "heading", "codeBlock"].includes(node.type);
    return {
      type: node.type,
      attrs: saidAttributes(node),
      inside: isText ? plainRuns(node) : plain(node.content ?? []),
    };
  });
}
function plainRuns({ content = [] }: BodyNode): string {
  return content
    .map(({ type, text, marks, attrs }) => {
      const units = type === "hardBreak" ? ["\n"] : text === undefined ? [JSON.stringify(attrs)] : [...text];
      return units.map((unit) => `${unit}${marksKey(type === "hardBreak" ? [] : marks)}`).join("|");
    })
    .join("|");
}

/** A comparison as one reads it. */
function shown(diff: BodyDiff): string {
  const lines = (parts: readonly BlockPart[], depth: number): string[] =>
    parts.flatMap((part) => {
      const indent = "  ".repeat(depth);
      if (isFold(part)) return [`${indent}… ${part.count}`];
      const { change, type, attrs, was, way, pieces, blocks } = part;
      const name = `${type}${attrs ? JSON.stringify(attrs) : ""}${was ? ` was ${was.type}${JSON.stringify(was.attrs)}` : ""}`;
      const signs = { same: ["", ""], removed: ["[-", "-]"], added: ["{+", "+}"], marked: ["<", ">"] } as const;
      const inside = (pieces ?? []).map(({ sign, text }) => `${signs[sign][0]}${text}${signs[sign][1]}`).join("");
      return [
        `${indent}${change}${way ? ` ${way}` : ""} ${name}${inside ? `: ${inside}` : ""}`,
        ...lines(blocks ?? [], depth + 1),
      ];
    });
  return lines(diff.blocks, 0).join("\n");
}

describe("a comparison of two bodies", () => {
  it("says on either side exactly what that side says", () => {
    fc.assert(
      fc.property(twoBodies, ([before, after]) => {
        const { blocks } = compareBodies(before, after, { isWhole: true });
        expect(read("after", blocks)).toEqual(plain(withoutThreads(after)?.content ?? []));
        expect(read("before", blocks)).toEqual(plain(withoutThreads(before)?.content ?? []));
      }),
      { numRuns: 150 },
    );
  });

  it("tells nothing where they say the same, and something wherever they don't", () => {
    fc.assert(
      fc.property(twoBodies, ([before, after]) => {
        expect(compareBodies(before, before).blocks).toEqual([]);
        const isSame = isSameBody(withoutThreads(before), withoutThreads(after));
        expect(changedBlocks(compareBodies(before, after).blocks).length === 0).toBe(isSame);
      }),
      { numRuns: 100 },
    );
  });

  it.each<[string, Body, Body, string]>([
    [
      "an edited paragraph is one that changed",
      doc(p("She brews tea before everybody is up."), p("Then she waits for the bus.")),
      doc(p("She brews tea before nobody is up."), p("Then she waits for the bus.")),
      "changed paragraph: She brews tea before [-everybody-]{+nobody+} is up.\nsame paragraph: Then she waits for the bus.",
    ],
    [
      "a paragraph put between two that were edited",
      doc(p("One fine morning in May"), p("Another fine evening in June")),
      doc(p("One fine morning in April"), p("Something else altogether"), p("Another fine evening in July")),
      "changed paragraph: One fine morning in [-May-]{+April+}\nadded paragraph: Something else altogether\nchanged paragraph: Another fine evening in [-June-]{+July+}",
    ],
    [
      "a paragraph that became a heading",
      doc(p("The morning at home")),
      doc(block("heading", [text("The morning at home")], { level: 2 })),
      'changed heading{"level":2} was paragraph{}: The morning at home',
    ],
    [
      "a heading's level",
      doc(block("heading", [text("Morning")], { level: 2 })),
      doc(block("heading", [text("Morning")], { level: 3 })),
      'changed heading{"level":3} was heading{"level":2}: Morning',
    ],
    [
      "a mark that was added",
      doc(block("paragraph", [text("She waits for ever")])),
      doc(block("paragraph", [text("She waits "), text("for ever", "bold")])),
      "changed paragraph: She waits <for ever>",
    ],
    [
      "a chip that points to a later version",
      doc(block("paragraph", [text("With "), chip(3), text(" at noon")])),
      doc(block("paragraph", [text("With "), chip(4), text(" at noon")])),
      "changed paragraph: With <Maya> at noon",
    ],
    [
      "a beat that feels otherwise",
      doc(block("storyBeat", [p("The bus is late.")], { emotion: -1 })),
      doc(block("storyBeat", [p("The bus is late.")], { emotion: 1 })),
      'changed storyBeat{"emotion":1} was storyBeat{"emotion":-1}\n  same paragraph: The bus is late.',
    ],
    [
      "a task that is done",
      doc(
        block("taskList", [
          block("taskItem", [p("Ask her")], { checked: false }),
          block("taskItem", [p("Ask him")], { checked: false }),
        ]),
      ),
      doc(
        block("taskList", [
          block("taskItem", [p("Ask her")], { checked: true }),
          block("taskItem", [p("Ask him")], { checked: false }),
        ]),
      ),
      'changed taskList\n  changed taskItem{"checked":true} was taskItem{}\n    same paragraph: Ask her\n  same taskItem\n    same paragraph: Ask him',
    ],
    [
      "a picture in another's place",
      doc(p("Look:"), { type: "image", attrs: { picture: ids[0], alt: "" } }),
      doc(p("Look:"), { type: "image", attrs: { picture: ids[1], alt: "" } }),
      `same paragraph: Look:\nchanged image{"picture":"${ids[1]}"} was image{"picture":"${ids[0]}"}`,
    ],
    [
      "a paragraph that was moved",
      doc(p("The first of all paragraphs"), p("The second one is another"), p("A third one comes behind")),
      doc(p("A third one comes behind"), p("The first of all paragraphs"), p("The second one is another")),
      "moved up paragraph: A third one comes behind\nsame paragraph: The first of all paragraphs\nsame paragraph: The second one is another",
    ],
    [
      "a paragraph that somebody went on writing",
      doc(p("The bus is late today.")),
      doc(
        p("The bus is late today. Nobody knows why, and it begins to rain, so that all who wait go home one by one."),
      ),
      "changed paragraph: The bus is late today{+. Nobody knows why, and it begins to rain, so that all who wait go home one by one+}.",
    ],
    [
      "what was taken out",
      doc(p("One"), p("Two"), p("Three")),
      doc(p("One"), p("Three")),
      "same paragraph: One\nremoved paragraph: Two\nsame paragraph: Three",
    ],
    [
      "a column of a table",
      doc(
        block(
          "table",
          [
            ["Who", "What"],
            ["Maya", "tea"],
          ].map((cells) =>
            block(
              "tableRow",
              cells.map((cell) => block("tableCell", [p(cell)])),
            ),
          ),
        ),
      ),
      doc(
        block(
          "table",
          [
            ["Who", "When", "What"],
            ["Maya", "noon", "tea"],
          ].map((cells) =>
            block(
              "tableRow",
              cells.map((cell) => block("tableCell", [p(cell)])),
            ),
          ),
        ),
      ),
      "changed table\n" +
        "  changed tableRow\n    same tableCell\n      same paragraph: Who\n    added tableCell\n      same paragraph: When\n    same tableCell\n      same paragraph: What\n" +
        "  changed tableRow\n    same tableCell\n      same paragraph: Maya\n    added tableCell\n      same paragraph: noon\n    same tableCell\n      same paragraph: tea",
    ],
    [
      "cells that were exchanged beside a column that was added",
      table2([
        ["Who", "What"],
        ["Maya", "tea"],
      ]),
      table2([
        ["Who", "When", "What"],
        ["Maya", "noon", "coffee"],
      ]),
      "changed table\n" +
        "  changed tableRow\n    same tableCell\n      same paragraph: Who\n    added tableCell\n      same paragraph: When\n    same tableCell\n      same paragraph: What\n" +
        "  changed tableRow\n    same tableCell\n      same paragraph: Maya\n    added tableCell\n      same paragraph: noon\n    changed tableCell\n      removed paragraph: tea\n      added paragraph: coffee",
    ],
    [
      "nothing but a need's id",
      doc(block("need", [text("A seat")], { id: null })),
      doc(block("need", [text("A seat")], { id: ids[0] })),
      "",
    ],
    ["everything", null, doc(p("Now")), "added paragraph: Now"],
  ])("tells %s", (_name, before, after, expected) => {
    expect(shown(compareBodies(before, after))).toBe(expected);
  });

  it("leaves threads out", () => {
    const before = doc(block("paragraph", [text("She waits for ever")]));
    const marks = [{ type: "comment", attrs: { thread: ids[0] } }];
    const after = doc(block("paragraph", [text("She "), { ...text("waits"), marks }, text(" for ever")]));
    expect(compareBodies(before, after).blocks).toEqual([]);
  });

  it("folds what stayed the same between changes", () => {
    const many = Array.from({ length: 40 }, (_, index) => p(`Paragraph number ${index} says this`));
    const after = many.with(20, p("Paragraph number 20 says that"));
    expect(shown(compareBodies(doc(...many), doc(...after)))).toBe(
      [
        "… 19",
        "same paragraph: Paragraph number 19 says this",
        "changed paragraph: Paragraph number 20 says [-this-]{+that+}",
        "same paragraph: Paragraph number 21 says this",
        "… 18",
      ].join("\n"),
    );
  });
});

describe("a comparison of large or hostile bodies", () => {
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  const sentence = (seed: number, length: number) =>
    Array.from(
      { length },
      (_, at) => `${letters[(seed * 7 + at * at) % 26]}${letters[(seed + at) % 26]}${(seed * at) % 97}`,
    ).join(" ");
  /** A hundred pages, each of ten paragraphs of fifty words. */
  const pages = (words: (index: number) => string) =>
    doc(...Array.from({ length: 1_000 }, (_, index) => p(words(index))));
  const nested = (word: string): BodyNode =>
    Array.from({ length: 35 }).reduce<BodyNode>((inner) => block("blockquote", [inner, p(word)]), p(word));
  it.each<[string, Body, Body]>([
    [
      "a word of every paragraph",
      pages((index) => sentence(index, 50)),
      pages((index) => `${sentence(index, 25)} new ${sentence(index, 50).slice(100)}`),
    ],
    [
      "every paragraph the other way round",
      pages((index) => sentence(index, 50)),
      pages((index) => `${sentence(999 - index, 50)} ${index % 2}`),
    ],
    [
      "nothing in common",
      pages((index) => sentence(index, 50)),
      pages((index) => sentence(index + 5_000, 50).toUpperCase()),
    ],
    [
      "the same few words",
      pages((index) => `${"a b ".repeat(25)}${index % 3}`),
      pages((index) => `${"b a ".repeat(25)}${index % 5}`),
    ],
    [
      "empty paragraphs",
      pages(() => ""),
      doc(...Array.from({ length: 700 }, () => p("")), p("x"), ...Array.from({ length: 700 }, () => p(""))),
    ],
    [
      "deep nesting",
      doc(...Array.from({ length: 50 }, () => nested("one two three"))),
      doc(...Array.from({ length: 50 }, () => nested("one two four"))),
    ],
    [
      "one paragraph of a hundred pages",
      doc(p(Array.from({ length: 1_000 }, (_, index) => sentence(index, 50)).join(" "))),
      doc(p(Array.from({ length: 1_000 }, (_, index) => sentence(index + 1, 50)).join(" "))),
    ],
    ["a table of thousands of cells", table(300, 20, 0), table(300, 20, 1)],
  ])("ends soon: %s", (_name, before, after) => {
    const started = performance.now();
    const diff = compareBodies(before, after, { isWhole: true });
    const took = performance.now() - started;
    expect(read("after", diff.blocks)).toEqual(plain(after?.content ?? []));
    expect(read("before", diff.blocks)).toEqual(plain(before?.content ?? []));
    expect(took).toBeLessThan(5_000);
  });

  function table(rows: number, columns: number, shift: number): Body {
    return doc(
      block(
        "table",
        Array.from({ length: rows }, (_, row) =>
          block(
            "tableRow",
            Array.from({ length: columns }, (_, column) =>
              block("tableCell", [p(`${row + shift} of ${column * (shift + 1)}`)]),
            ),
          ),
        ),
      ),
    );
  }
});
