// Any prose that an editor can make, for properties.
import fc from "fast-check";
import type { BodyMark, BodyNode } from "@/features/documents/bodies/body-rules";

const word = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.constantFrom("👩‍👩‍👧 ", "שלום", "e\u0301", "naïve ", "日本語", "🙂"),
);
const thread = fc.uuid();
const mark: fc.Arbitrary<BodyMark> = fc.oneof(
  fc.constantFrom("bold", "italic", "underline", "strike", "code", "highlight").map((type) => ({ type })),
  fc
    .constantFrom("https://example.org/a?b=c", "mailto:a@example.org")
    .map((href) => ({ type: "link", attrs: { href } })),
  thread.map((id) => ({ type: "comment", attrs: { thread: id } })),
);
const text: fc.Arbitrary<BodyNode> = fc.record({
  type: fc.constant("text"),
  text: word,
  marks: fc.uniqueArray(mark, { maxLength: 4, selector: (one) => JSON.stringify(one) }),
});
const pinned = fc.record({
  document: fc.uuid(),
  kind: fc.constantFrom("segment", "persona", "scenario"),
  version: fc.option(fc.integer({ min: 1, max: 90 })),
  title: fc.string({ maxLength: 20 }),
});
const inline: fc.Arbitrary<BodyNode> = fc.oneof(
  { weight: 5, arbitrary: text },
  { weight: 1, arbitrary: fc.constant({ type: "hardBreak" }) },
  { weight: 1, arbitrary: pinned.map((attrs) => ({ type: "documentChip", attrs })) },
);
const line = (type: string, attrs: Record<string, unknown> = {}) =>
  fc.array(inline, { maxLength: 4 }).map((content): BodyNode => ({ type, attrs, content }));
const paragraph = line("paragraph");
const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 2 });
const cellOf = (type: string, blocks: readonly BodyNode[]): BodyNode => ({
  type,
  attrs: { colspan: 1, rowspan: 1, colwidth: null },
  content: blocks,
});

const { block } = fc.letrec<{ block: BodyNode; blocks: readonly BodyNode[] }>((tie) => {
  const blocks = fc.array(tie("block"), { minLength: 1, maxLength: 2 });
  const item = (type: string, attrs: fc.Arbitrary<Record<string, unknown>>) =>
    fc
      .tuple(attrs, paragraph, fc.array(tie("block"), { maxLength: 1 }))
      .map(([own, first, rest]): BodyNode => ({ type, attrs: own, content: [first, ...rest] }));
  const list = (type: string, of: fc.Arbitrary<BodyNode>, attrs: Record<string, unknown> = {}) =>
    fc.array(of, { minLength: 1, maxLength: 3 }).map((content): BodyNode => ({ type, attrs, content }));
  const around = (
    type: string,
    attrs: fc.Arbitrary<Record<string, unknown>>,
    inner: fc.Arbitrary<readonly BodyNode[]>,
  ) => fc.tuple(attrs, inner).map(([own, content]): BodyNode => ({ type, attrs: own, content }));
  const none = fc.constant({});
  return {
    blocks,
    block: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      paragraph,
      fc.integer({ min: 1, max: 4 }).chain((level) => line("heading", { level })),
      line("need", { id: null }),
      fc.uuid().chain((id) => line("need", { id })),
      word.map(
        (code): BodyNode => ({ type: "codeBlock", attrs: { language: "ts" }, content: [{ type: "text", text: code }] }),
      ),
      fc.constant<BodyNode>({ type: "horizontalRule" }),
      fc.uuid().map((picture): BodyNode => ({ type: "image", attrs: { picture, alt: "A van", width: 50 } })),
      fc
        .record({ pin: pinned, place: word, text: word })
        .map(({ pin, ...rest }): BodyNode => ({ type: "claimEmbed", attrs: { ...pin, ...rest } })),
      around("storyBeat", fc.record({ emotion: fc.integer({ min: -2, max: 2 }) }), paragraphs),
      around("evidenceQuote", fc.constant({ excerpt: null, source: "Interview 3" }), paragraphs),
      around("blockquote", none, blocks),
      around("callout", fc.record({ tone: fc.constantFrom("note", "tip", "warning") }), blocks),
      list("bulletList", item("listItem", none)),
      list("orderedList", item("listItem", none), { start: 3 }),
      list("taskList", item("taskItem", fc.record({ checked: fc.boolean() }))),
      fc.array(blocks, { minLength: 4, maxLength: 4 }).map(
        ([a = [], b = [], c = [], d = []]): BodyNode => ({
          type: "table",
          content: [
            { type: "tableRow", content: [cellOf("tableHeader", a), cellOf("tableHeader", b)] },
            { type: "tableRow", content: [cellOf("tableCell", c), cellOf("tableCell", d)] },
          ],
        }),
      ),
    ),
  };
});

/** A whole body. The schema takes it once neighbours of the same marks are joined, as `Node.fromJSON` does. */
export const anyBody: fc.Arbitrary<BodyNode> = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((content) => ({ type: "doc", content }));
