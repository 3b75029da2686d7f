import { expect, it } from "vitest";
import * as Y from "yjs";
import { BODY_FRAGMENT, type BodyNode, bodyText } from "./body-rules";
import { readBody, setBody } from "./body-yjs";

const paragraph = (text: string): BodyNode => ({ type: "paragraph", content: [{ type: "text", text }] });
const list = (...texts: string[]): BodyNode => ({
  type: "bulletList",
  content: texts.map((text) => ({ type: "listItem", content: [paragraph(text)] })),
});
const heading: BodyNode = { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "Monday" }] };

it("two people delete the two items of a list at once: the rest of the text keeps its shape", () => {
  const server = new Y.Doc();
  setBody(server, { type: "doc", content: [heading, list("one", "two"), paragraph("End.")] });
  const updates = [0, 1].map((item) => {
    const person = new Y.Doc();
    Y.applyUpdate(person, Y.encodeStateAsUpdate(server));
    (person.getXmlFragment(BODY_FRAGMENT).get(1) as Y.XmlElement).delete(item, 1);
    return Y.encodeStateAsUpdate(person);
  });
  for (const update of updates) Y.applyUpdate(server, update);
  const { body, problem } = readBody(server);
  expect(problem).not.toBeNull();
  expect(body?.content?.map(({ type }) => type)).toEqual(["heading", "paragraph"]);
});

it("what stands in the wrong place becomes its words, there", () => {
  const doc = new Y.Doc();
  setBody(doc, { type: "doc", content: [heading, list("one"), paragraph("End.")] });
  const item = new Y.XmlElement("tableRow");
  const cell = new Y.XmlElement("tableCell");
  const inner = new Y.XmlElement("paragraph");
  inner.insert(0, [new Y.XmlText("Lost row")]);
  cell.insert(0, [inner]);
  item.insert(0, [cell]);
  doc.getXmlFragment(BODY_FRAGMENT).insert(1, [item]);
  const { body } = readBody(doc);
  expect(body?.content?.map(({ type }) => type)).toEqual(["heading", "paragraph", "bulletList", "paragraph"]);
  expect(bodyText(body)).toBe("Monday\nLost row\none\nEnd.");
});
