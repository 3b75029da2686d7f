import { getSchema } from "@tiptap/core";
import { expect, test } from "vitest";
import { bodySchema } from "../../body-schema";
import { writingExtensions } from "../editor/writing-extensions";
import { blockCommands } from "./block-commands";
import { blockViews } from "./block-views";

test("the views change how blocks look, and nothing of what a body may hold", () => {
  const schema = getSchema(
    writingExtensions({
      placeholder: "Write",
      pictures: { upload: () => Promise.resolve(""), refuse: () => undefined },
      commands: blockCommands,
      views: blockViews({ workspaceId: "w", documentId: "d" }),
    }),
  );
  const own = bodySchema();
  expect(Object.keys(schema.nodes)).toEqual(Object.keys(own.nodes));
  for (const [name, { spec }] of Object.entries(schema.nodes)) {
    const defaults = (attrs: typeof spec.attrs) =>
      Object.entries(attrs ?? {}).map(([attribute, { default: value }]) => [attribute, value]);
    expect([name, spec.content, spec.group, defaults(spec.attrs)]).toEqual([
      name,
      own.nodes[name]?.spec.content,
      own.nodes[name]?.spec.group,
      defaults(own.nodes[name]?.spec.attrs),
    ]);
  }
});
