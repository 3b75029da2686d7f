import { getSchema } from "@tiptap/core";
import { describe, expect, test } from "vitest";
import { bodySchema } from "../../body-schema";
import { allCommands, writingExtensions } from "./writing-extensions";

const pictures = { upload: () => Promise.resolve(""), refuse: () => undefined };
const options = { placeholder: "Write", pictures, commands: [], views: [] };

describe("the extensions of the editor", () => {
  test("have the schema of bodies, and nothing beside it", () => {
    const schema = getSchema(writingExtensions(options));
    const own = bodySchema();
    expect(Object.keys(schema.nodes)).toEqual(Object.keys(own.nodes));
    expect(Object.keys(schema.marks)).toEqual(Object.keys(own.marks));
    for (const [name, type] of Object.entries(schema.nodes)) {
      expect([name, Object.keys(type.spec.attrs ?? {})]).toEqual([
        name,
        Object.keys(own.nodes[name]?.spec.attrs ?? {}),
      ]);
    }
  });

  test("are each there once", () => {
    const names = writingExtensions(options).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test("offer commands that each have an id of their own", () => {
    const ids = allCommands(options).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
