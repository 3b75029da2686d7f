// Every procedure says who may call it and refuses what it doesn't know. Walks the router, so that procedures added
// later are covered without anyone remembering.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { PERMISSIONS } from "@/shared/permissions";
import { definitionOf } from "@/testing/example-input";
import { procedures } from "@/testing/procedures";

const HUGE = 100_001;

/** Values that are bounded where the kind's schema judges them, not in the procedure's contract. */
const JUDGED_LATER = ["edits.*.value", "edits.*.item"];

/** Whole files: bounded by more than anybody writes into a field. */
const FILES = ["text"];
const FILE_END = 600_000;

/** Places of a schema that take unknown keys, or text and lists without end. */
function loosePlaces(schema: z.ZodType, place: string): string[] {
  if (JUDGED_LATER.some((later) => place.endsWith(later))) return [];
  const { type, shape, catchall, innerType, in: input, element, options } = definitionOf(schema);
  switch (type) {
    case "object":
      return [
        ...(catchall && definitionOf(catchall).type === "never" ? [] : [`${place} takes unknown keys`]),
        ...Object.entries(shape ?? {}).flatMap(([key, value]) => loosePlaces(value, place ? `${place}.${key}` : key)),
      ];
    case "string":
      return schema.safeParse("a".repeat(FILES.includes(place) ? FILE_END : HUGE)).success
        ? [`${place} takes text without end`]
        : [];
    case "array":
      return [
        ...(schema.safeParse(Array.from({ length: HUGE })).error?.issues.some(({ code }) => code === "too_big")
          ? []
          : [`${place} takes lists without end`]),
        ...(element ? loosePlaces(element, `${place}.*`) : []),
      ];
    case "union":
      return (options ?? []).flatMap((option) => loosePlaces(option, place));
    case "unknown":
    case "any":
    case "record":
    case "map":
      return [`${place} takes anything`];
    default:
      return [innerType, input].flatMap((inner) => (inner ? loosePlaces(inner, place) : []));
  }
}

describe("every procedure", () => {
  test("is found by the walk", () => {
    expect(procedures.length).toBeGreaterThan(40);
  });

  test.each(procedures)("$path says who may call it", ({ access }) => {
    const known = [{ visitor: true }, { signedIn: true }, ...PERMISSIONS.map((permission) => ({ permission }))];
    expect(known).toContainEqual(access);
  });

  test.each(procedures)("$path takes nothing unknown and nothing without end", ({ access, contract }) => {
    if (access && "permission" in access) expect(contract, "names workspaceId").toBeDefined();
    if (contract) expect(definitionOf(contract).type).toBe("object");
    expect(contract ? loosePlaces(contract, "") : []).toEqual([]);
  });
});

describe("the builders", () => {
  test("are the only way to a procedure", async () => {
    const source = fileURLToPath(new URL("..", import.meta.url));
    const paths = (await readdir(source, { recursive: true })).filter((path) => /\.tsx?$/.test(path));
    const strays: string[] = [];
    for (const path of paths) {
      if (path.endsWith(join("server", "trpc", "procedures.ts")) || /\.test\.tsx?$/.test(path)) continue;
      const text = await readFile(join(source, path), "utf8");
      if (/\bt\.procedure\b|\binitTRPC\b|experimental_caller|createCallerFactory\(/.test(text)) strays.push(path);
    }
    // Callers only call: the pages' and the tests'.
    expect(strays.sort()).toEqual([join("api", "caller.ts"), join("testing", "procedures.ts")]);
  });
});
