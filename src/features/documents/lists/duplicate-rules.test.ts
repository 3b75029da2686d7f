import { describe, expect, it } from "vitest";
import type { Field } from "../field-rules";
import { copiedContent } from "./duplicate-rules";

describe("a copy's content", () => {
  it("has needs of its own in the same prose, and leaves the original as it is", () => {
    const fields: readonly Field[] = [{ path: ["story"], label: "Story", shape: "body" }];
    const need = { type: "need", attrs: { id: crypto.randomUUID() }, content: [{ type: "text", text: "A seat" }] };
    const content = { title: "The bus", story: { type: "doc", content: [need] } };
    const before = JSON.stringify(content);
    const copy = copiedContent(fields, content);
    expect(JSON.stringify(content)).toBe(before);
    expect(copy.story.content).toMatchObject([{ type: "need", content: need.content }]);
    expect(copy.story.content[0]?.attrs.id).not.toBe(need.attrs.id);
  });

  it("keeps what stands in one another together under its new ids", () => {
    const nests = { by: "within", roots: { include: "Who belongs" } };
    const fields: readonly Field[] = [{ path: ["rule"], label: "Rule", shape: "list", most: 9, attributes: [], nests }];
    const [group, row] = [crypto.randomUUID(), crypto.randomUUID()];
    const copy = copiedContent(fields, {
      rule: [
        { id: row, within: group },
        { id: group, within: "include" },
      ],
    });
    expect(copy.rule.map(({ within }) => within)).toEqual([copy.rule[1]?.id, "include"]);
    expect(copy.rule.map(({ id }) => id)).not.toContain(group);
  });
});
