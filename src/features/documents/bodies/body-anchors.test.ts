// Anchors in shared documents, whatever they hold and whatever is proposed.
import { initProseMirrorDoc, updateYFragment } from "@tiptap/y-tiptap";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { anchoredRanges, anchoredThreads, findAnchor, replaceAnchored, setAnchor } from "./body-anchors";
import { BODY_FRAGMENT, type BodyNode } from "./body-rules";
import { bodySchema } from "./body-schema";
import { bodyWords, offsetOf } from "./body-words-rules";
import { readBody, setBody } from "./body-yjs";
import { findWords, foldWords } from "./quote-rules";

const THREADS = ["0a0a0a0a-0000-4000-8000-000000000001", "0b0b0b0b-0000-4000-8000-000000000002"] as const;
const [THREAD, OTHER] = THREADS;

function docOf(...content: BodyNode[]): Y.Doc {
  const doc = new Y.Doc();
  setBody(doc, { type: "doc", content });
  return doc;
}
const p = (...texts: (string | BodyNode)[]): BodyNode => ({
  type: "paragraph",
  content: texts.map((one) => (typeof one === "string" ? { type: "text", text: one } : one)),
});
const bold = (text: string): BodyNode => ({ type: "text", text, marks: [{ type: "bold" }] });
const chip: BodyNode = {
  type: "documentChip",
  attrs: { document: THREAD, kind: "persona", version: 1, title: "Maya Okafor" },
};

function mark(doc: Y.Doc, quote: string, thread: string = THREAD): boolean {
  const words = bodyWords(doc);
  const range = findAnchor(doc, words, { quote, positions: null });
  return range !== null && setAnchor(doc, words, range, thread);
}
const under = (doc: Y.Doc, thread: string = THREAD) => {
  const words = bodyWords(doc);
  return anchoredRanges(words, thread).map(({ from, to }) => words.flat.slice(from, to));
};

describe("words", () => {
  it("are found over marks, chips, breaks and blocks, with any white space between", () => {
    const doc = docOf(p("Here stands ", chip, " with ", bold("one"), { type: "hardBreak" }, "bag."), p("She waits."));
    for (const quote of ["stands Maya Okafor with", "with one bag", "bag.\nShe waits", "bag. She  waits"]) {
      expect(findWords(bodyWords(doc).flat, quote), quote).toHaveLength(1);
    }
    expect(findWords(bodyWords(doc).flat, "one. bag")).toHaveLength(0);
  });

  it("hold what a pattern would take for something else", () => {
    const odd = "a+b (c) [d]{2} \\w ^$ .*? | x/y - 100%";
    const doc = docOf(p(`before ${odd} after`));
    expect(mark(doc, odd)).toBe(true);
    expect(under(doc)).toEqual([odd]);
  });

  it("are never found by a position that is made up", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const doc = docOf(p("Some words."));
        const offset = offsetOf(doc, bodyWords(doc), bytes);
        expect(offset === null || (offset >= 0 && offset <= bodyWords(doc).flat.length)).toBe(true);
      }),
    );
  });
});

describe("a mark that the server sets", () => {
  it("is the one that an editor would write: opening and saving the text in an editor changes nothing", () => {
    const doc = docOf(p("The parcel ", bold("is late"), " again."), {
      type: "codeBlock",
      content: [{ type: "text", text: "let late" }],
    });
    mark(doc, "parcel is late");
    mark(doc, "is late again", OTHER);
    mark(doc, "let late", OTHER);
    const before = Y.encodeStateVector(doc);
    const fragment = doc.getXmlFragment(BODY_FRAGMENT);
    const { doc: shown, meta } = initProseMirrorDoc(fragment, bodySchema());
    shown.check();
    updateYFragment(doc, fragment, shown, meta);
    expect(Y.encodeStateVector(doc)).toEqual(before);
    expect(anchoredThreads(readBody(doc).marked)).toEqual([THREAD, OTHER]);
    expect(readBody(doc).problem).toBeNull();
  });

  it("stays with its words when an editor types before, in and after them", () => {
    const doc = docOf(p("The parcel is late again."));
    mark(doc, "parcel is late");
    mark(doc, "is late again", OTHER);
    const fragment = doc.getXmlFragment(BODY_FRAGMENT);
    const { doc: shown, meta } = initProseMirrorDoc(fragment, bodySchema());
    const text = (words: string, threads: readonly string[]) =>
      bodySchema().text(
        words,
        threads.map((thread) => bodySchema().mark("comment", { thread })),
      );
    const paragraph = shown
      .child(0)
      .type.create(null, [
        text("Oh, the ", []),
        text("parcel ", [THREAD]),
        text("is very late", [THREAD, OTHER]),
        text(" again", [OTHER]),
        text(", they say.", []),
      ]);
    updateYFragment(doc, fragment, shown.type.create(null, paragraph), meta);
    expect([under(doc), under(doc, OTHER)]).toEqual([["parcel is very late"], ["is very late again"]]);
  });
});

describe("a proposal", () => {
  const word = fc.constantFrom(
    "late",
    "parcel",
    "the",
    "a",
    "日本",
    "e\u0301t\u00e9",
    "👩‍👩‍👧",
    "b-c",
    "(d)",
    "1.5",
    "!",
  );
  const prose = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(" "));

  it("always leaves exactly the proposed words, and everything around them as it was", () => {
    fc.assert(
      fc.property(prose, prose, fc.nat(11), (quote, proposal, cut) => {
        const at = quote.split(" ").slice(0, cut).join(" ").length;
        const doc = docOf(
          p(
            "Start: ",
            ...[quote.slice(0, at)].filter(Boolean),
            ...[bold(quote.slice(at))].filter((one) => one.text),
            " :end",
          ),
        );
        const words = bodyWords(doc);
        setAnchor(doc, words, { from: 7, to: 7 + quote.length }, THREAD);
        expect(replaceAnchored(doc, THREAD, quote, proposal)).toEqual({ is: "done" });
        expect(bodyWords(doc).flat.trim()).toBe(`Start: ${proposal} :end`);
        expect(readBody(doc).problem).toBeNull();
        expect(under(doc).map(foldWords).join(" ")).toBe(foldWords(proposal));
      }),
    );
  });

  it("merges with what another writes beside it and within it at the same time, and loses nothing of theirs", () => {
    const doc = docOf(p("She calls the shop and nobody answers."));
    mark(doc, "calls the shop and nobody answers");
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
    const text = (theirs.getXmlFragment(BODY_FRAGMENT).get(0) as Y.XmlElement).get(0) as Y.XmlText;
    text.insert(0, "Then: ");
    text.insert(
      text
        .toString()
        .replace(/<[^>]*>/g, "")
        .indexOf("shop") + 4,
      " twice",
    );
    replaceAnchored(doc, THREAD, "calls the shop and nobody answers", "calls the store and a tape answers");
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs));
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
    // Which of two words at one place stands first is chance, and the same for both.
    expect(bodyWords(doc).flat.trim()).toMatch(/^Then: She calls the (store twice| twicestore) and a tape answers\.$/);
    expect(bodyWords(theirs).flat).toBe(bodyWords(doc).flat);
  });

  it("changes nothing where the words went, changed, or stand around something that is no word", () => {
    const doc = docOf(p("Here stands ", chip, " again."), p("Late."));
    mark(doc, "stands Maya Okafor again");
    const before = Y.encodeStateVector(doc);
    expect(replaceAnchored(doc, OTHER, "Late", "Early")).toEqual({ is: "gone" });
    expect(replaceAnchored(doc, THREAD, "stands here", "sits")).toMatchObject({ is: "changed" });
    expect(replaceAnchored(doc, THREAD, "stands Maya Okafor again", "sits")).toMatchObject({
      is: expect.stringMatching(/changed|parted/),
    });
    expect(Y.encodeStateVector(doc)).toEqual(before);
  });
});
