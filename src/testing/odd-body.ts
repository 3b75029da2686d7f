// Any prose that the schema allows, with every word that means something to Markdown or HTML: for what goes out to a
// file and comes back.
import fc from "fast-check";
import { type Body, type BodyMark, type BodyNode, withoutThreads } from "@/features/documents/bodies/body-rules";
import { bodySchema } from "@/features/documents/bodies/body-schema";

type AnyNode = fc.Arbitrary<BodyNode>;

const MEANING =
  "* ** _ __ ~ ~~ ` `` ``` # ## - + = === --- > | || \\ \\\\ ! [ ] ( ) [x] < <b> </u> & &amp; &nbsp; : :-- 1. 2) $ <br>";
const anyPart = fc.oneof(
  fc.constantFrom(...MEANING.split(" ")),
  fc.constantFrom(" ", "\n", "\t", "\u00a0", "\u2028", "\ufeff", "[ ] "),
  fc.constantFrom("[!NOTE]", "**Need:** ", "<!-- x -->", "https://example.org", "مرحبا", "👩‍👩‍👧‍👦"),
  fc.constantFrom("a", "word", "two words", "Ende."),
  fc.string({ unit: "grapheme", maxLength: 6 }),
);

const anyWords = fc
  .array(anyPart, { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join("").replace(/[\0\r]/g, ""))
  .filter((text) => text !== "");
const anyLabel = fc.oneof(fc.constant(""), anyWords);

const anyHref = fc.constantFrom(
  "https://example.org/",
  "https://example.org/a_(b)?c=d&amp;e=[1]*2*",
  "http://exämple.org/ü%20x\\y",
  "mailto:ana@example.org",
);

const anyMarks: fc.Arbitrary<BodyMark[]> = fc
  .tuple(
    fc.subarray(["bold", "italic", "strike", "underline", "code", "highlight"]),
    fc.option(anyHref, { freq: 4 }),
    fc.boolean(),
  )
  .map(([types, href, isPlain]) => [
    ...(isPlain ? [] : types.map((type) => ({ type }))),
    ...(href === null ? [] : [{ type: "link", attrs: { href } }]),
  ]);

const anyPin = fc.record({
  document: fc.uuid(),
  kind: fc.constantFrom("segment", "persona", "scenario"),
  version: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
  title: anyLabel,
});

const anyInline: AnyNode = fc
  .tuple(
    fc.oneof(
      { weight: 6, arbitrary: anyWords.map((text): BodyNode => ({ type: "text", text })) },
      { weight: 1, arbitrary: fc.constant<BodyNode>({ type: "hardBreak" }) },
      { weight: 1, arbitrary: anyPin.map((attrs): BodyNode => ({ type: "documentChip", attrs })) },
    ),
    anyMarks,
  )
  .map(([node, marks]) => ({ ...node, marks }));

const anyLine = fc.array(anyInline, { maxLength: 4 });
const anyParagraph: AnyNode = anyLine.map((content) => ({ type: "paragraph", content }));
const anyParagraphs = fc.array(anyParagraph, { minLength: 1, maxLength: 2 });

const node = (type: string, attrs: fc.Arbitrary<object>, content?: fc.Arbitrary<readonly BodyNode[]>): AnyNode =>
  fc
    .tuple(attrs, content ?? fc.constant(undefined))
    .map(([own, inside]) => ({ type, attrs: { ...own }, ...(inside && { content: inside }) }));

const anyCode = fc
  .array(fc.oneof(anyWords, fc.constantFrom("## Goals\n\n\n# x", "```\n~~~\n", "  \n\tx\n")), { maxLength: 1 })
  .map((texts) => texts.map((text) => ({ type: "text", text })));

const anyLeaf: AnyNode = fc.oneof(
  { weight: 4, arbitrary: anyParagraph },
  node("heading", fc.record({ level: fc.integer({ min: 1, max: 4 }) }), anyLine),
  node("codeBlock", fc.record({ language: fc.constantFrom(null, "ts", "c++", "two words", "`") }), anyCode),
  node("image", fc.record({ picture: fc.uuid(), alt: anyLabel, width: fc.option(fc.integer({ min: 10, max: 100 })) })),
  fc.constant<BodyNode>({ type: "horizontalRule" }),
  node("need", fc.record({ id: fc.option(fc.uuid()) }), anyLine),
  node(
    "claimEmbed",
    fc.tuple(anyPin, anyWords, anyLabel).map(([pin, place, text]) => ({ ...pin, place, text })),
  ),
  node("storyBeat", fc.record({ emotion: fc.integer({ min: -2, max: 2 }) }), anyParagraphs),
  node("evidenceQuote", fc.record({ excerpt: fc.option(fc.uuid()), source: anyLabel }), anyParagraphs),
);

const anyAlign = fc.constantFrom(null, "left", "center", "right");

/** A row of headers and cells of one paragraph, as Markdown has them. */
const plainTable: AnyNode = fc
  .tuple(
    fc.array(fc.tuple(anyAlign, fc.constantFrom(null, [120])), { minLength: 1, maxLength: 3 }),
    fc.integer({ min: 1, max: 3 }),
  )
  .chain(([columns, rows]) =>
    fc.array(fc.tuple(...columns.map(() => anyParagraph)), { minLength: rows, maxLength: rows }).map((lines) => ({
      type: "table",
      content: lines.map((cells, line) => ({
        type: "tableRow",
        content: cells.map((cell, column) => {
          const [align = null, colwidth = null] = columns[column] ?? [];
          const type = line === 0 ? "tableHeader" : "tableCell";
          return { type, attrs: { colspan: 1, rowspan: 1, align, colwidth }, content: [cell] };
        }),
      })),
    })),
  );

const { block } = fc.letrec<{ block: BodyNode; list: BodyNode; table: BodyNode }>((tie) => {
  const some = fc.array(tie("block"), { minLength: 1, maxLength: 2 });
  const items = (type: string, attrs: fc.Arbitrary<object>) =>
    fc.array(
      node(
        type,
        attrs,
        fc.tuple(anyParagraph, fc.array(tie("block"), { maxLength: 2 })).map(([first, rest]) => [first, ...rest]),
      ),
      { minLength: 1, maxLength: 3 },
    );
  const none = fc.constant({});
  const cell = fc.tuple(fc.constantFrom("tableCell", "tableHeader"), some, anyAlign, fc.constantFrom(1, 2)).map(
    ([type, content, align, colspan]): BodyNode => ({
      type,
      attrs: { colspan, rowspan: 1, colwidth: colspan === 2 ? [100, null] : null, align },
      content,
    }),
  );
  const row = node("tableRow", none, fc.array(cell, { maxLength: 2 }));
  return {
    list: fc.oneof(
      node("bulletList", none, items("listItem", none)),
      node("taskList", none, items("taskItem", fc.record({ checked: fc.boolean() }))),
      node(
        "orderedList",
        fc.record({ start: fc.constantFrom(0, 1, 7, 1_000_000), type: fc.constantFrom(null, null, "a") }),
        items("listItem", none),
      ),
    ),
    table: fc.oneof(plainTable, node("table", none, fc.array(row, { minLength: 1, maxLength: 2 }))),
    block: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      { weight: 4, arbitrary: anyLeaf },
      { weight: 2, arbitrary: tie("list") },
      { weight: 1, arbitrary: tie("table") },
      { weight: 1, arbitrary: node("blockquote", none, some) },
      { weight: 1, arbitrary: node("callout", fc.record({ tone: fc.constantFrom("note", "tip", "warning") }), some) },
    ),
  };
});

/** As the schema has it: marks in order, neighbours of the same marks joined, every attribute there. */
export function normalBody(body: Body): Body {
  const plain = withoutThreads(body);
  return plain && (JSON.parse(JSON.stringify(bodySchema().nodeFromJSON(plain).toJSON())) as Body);
}

/** Without anchors of threads. */
export const oddBody: fc.Arbitrary<Body> = fc
  .array(block, { maxLength: 4 })
  .map((content) => (content.length > 0 ? normalBody({ type: "doc", content }) : null));
