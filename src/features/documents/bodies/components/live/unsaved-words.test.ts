import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { wordsIn } from "./unsaved-words";

function paragraph(doc: Y.Doc, text: string): Y.XmlText {
  const element = new Y.XmlElement("paragraph");
  const inner = new Y.XmlText(text);
  element.insert(0, [inner]);
  doc.getXmlFragment("body").push([element]);
  return inner;
}

describe("the words that were not taken", () => {
  test("are what was typed, letter by letter, a line for each stretch", () => {
    const doc = new Y.Doc();
    const first = paragraph(doc, "Known. ");
    const second = paragraph(doc, "Also known.");
    const known = Y.encodeStateVector(doc);
    for (const letter of "Typed here.") first.insert(first.length, letter);
    second.insert(0, "And there. ");
    const update = Y.encodeStateAsUpdate(doc, known);
    expect(wordsIn(update, (client) => client === doc.clientID)).toBe("Typed here.\nAnd there.");
  });

  test("are nobody else's", () => {
    const doc = new Y.Doc();
    paragraph(doc, "Mine.");
    const other = new Y.Doc();
    paragraph(other, "Theirs.");
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect(wordsIn(Y.encodeStateAsUpdate(doc), (client) => client === doc.clientID)).toBe("Mine.");
  });

  test("are none where all was taken", () => {
    const doc = new Y.Doc();
    paragraph(doc, "Mine.");
    expect(wordsIn(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc)), () => true)).toBe("");
  });
});
