import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { personaKind } from "@/features/personas/persona-kind";
import { segmentKind } from "@/features/segments/segment-kind";
import { anyContent } from "@/testing/any-content";
import type { DocumentKind } from "../document-kind";
import { readOwnMarkdown } from "./read-markdown-rules";
import { writeMarkdown } from "./write-markdown-rules";

const STAMP = { at: "2026-11-22T09:30:00.000Z", version: 3, contentHash: "a".repeat(64) };
const KINDS: readonly DocumentKind[] = [personaKind, segmentKind];

describe.each(KINDS)("a $name as Markdown", (kind) => {
  test("reads back identically, ids and special characters included", () => {
    fc.assert(
      fc.property(anyContent(kind), (content) => {
        const read = readOwnMarkdown(kind.fields, writeMarkdown(kind.name, kind.fields, content, STAMP));
        expect(read?.leftovers).toEqual([]);
        expect(kind.schema.parse(read?.content)).toEqual(content);
      }),
      { numRuns: 150 },
    );
  });

  test("carries version, date and hash", () => {
    const read = readOwnMarkdown(kind.fields, writeMarkdown(kind.name, kind.fields, kind.empty("Maya"), STAMP));
    expect(read?.stamp).toEqual({ kind: kind.name, formatVersion: "1", ...STAMP });
  });
});
