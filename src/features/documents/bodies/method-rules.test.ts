import { describe, expect, test } from "vitest";
import type { Body, BodyNode } from "./body-rules";
import { interfaceWords, type MethodFacts, methodPrompts } from "./method-rules";

const text = (words: string): BodyNode => ({ type: "paragraph", content: [{ type: "text", text: words }] });
const heading = (words: string, level = 2): BodyNode => ({
  type: "heading",
  attrs: { level },
  content: [{ type: "text", text: words }],
});
const doc = (...content: readonly BodyNode[]): Body => ({ type: "doc", content });

const nothing: MethodFacts = { body: null, kind: "context", hasLead: false, setting: "", trigger: " ", outcome: "" };
const states = (facts: Partial<MethodFacts>) =>
  Object.fromEntries(methodPrompts({ ...nothing, ...facts }).map(({ id, state }) => [id, state]));

describe("the prompts of the method", () => {
  test("are all open where nothing is told, an empty skeleton included", () => {
    const skeleton = doc(heading("Who and where"), { type: "paragraph" }, heading("What they expect"), {
      type: "paragraph",
    });
    for (const body of [null, skeleton]) expect(new Set(Object.values(states({ body })))).toEqual(new Set(["open"]));
  });

  test("are answered by the fields beside the story", () => {
    expect(states({ hasLead: true, setting: "In the aisle", trigger: "It snaps", outcome: "It hangs" })).toMatchObject({
      who: "done",
      where: "done",
      trigger: "done",
      end: "done",
      expect: "open",
      needs: "open",
    });
  });

  test("are answered by words under their headings, smaller headings within included", () => {
    const body = doc(
      heading("Who and where"),
      heading("At the shop", 3),
      text("Nine in the morning"),
      heading("What sets it off"),
      heading("What she expects"),
      text("That it fits"),
      heading("How it ends"),
      { type: "paragraph", content: [{ type: "text", text: "   " }] },
    );
    expect(states({ body })).toMatchObject({ where: "done", trigger: "open", expect: "done" });
  });

  test("know a persona by its chip, a story by its length and a need by its words", () => {
    const chip: BodyNode = { type: "documentChip", attrs: { kind: "persona", title: "Maya" } };
    const need = (words: string): BodyNode => ({ type: "need", content: words ? [{ type: "text", text: words }] : [] });
    expect(states({ body: doc({ type: "paragraph", content: [chip] }, need("")) })).toMatchObject({
      who: "done",
      needs: "open",
      story: "open",
    });
    expect(states({ body: doc(text("word ".repeat(40)), need("Know that it fits")) })).toMatchObject({
      needs: "done",
      story: "done",
      interface: "done",
    });
  });

  test("point at words of a screen in a context scenario, and in no other", () => {
    const body = doc(text("She clicks the button, swipes, and turns on the tap by the window."), text("Button again."));
    expect(interfaceWords(body)).toEqual(["clicks", "button", "swipes"]);
    expect(states({ body }).interface).toBe("look");
    expect(states({ body, kind: "key-path" })).not.toHaveProperty("interface");
    expect(interfaceWords(doc(text("A sunscreen, an iconic menuet, the logged inches, buttoned up")))).toEqual([]);
  });
});
