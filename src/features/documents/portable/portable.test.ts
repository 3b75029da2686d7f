import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RuleNode } from "@/features/datasets/rules/rule-rules";
import { personaKind } from "@/features/personas/persona-kind";
import { segmentKind } from "@/features/segments/segment-kind";
import { anyContent } from "@/testing/any-content";
import { anyRows } from "@/testing/any-rule";
import type { DocumentKind } from "../document-kind";
import { readOwnMarkdown } from "./read-markdown-rules";
import { writeMarkdown } from "./write-markdown-rules";

const STAMP = {
  at: "2026-11-22T09:30:00.000Z",
  version: 3,
  contentHash: "a".repeat(64),
  freshness: "Due: disputed. Five.",
};
/** As it is stored: JSON has no −0 and no property that is undefined. */
const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value));
const anyNode = fc
  .tuple(anyRows(true), fc.string({ unit: "grapheme", maxLength: 40 }), fc.boolean())
  .filter(([rows]) => rows.length > 0)
  .map(([[row], label, isMuted]): RuleNode => {
    const node = { ...(row?.node as RuleNode), ...(isMuted && { off: true as const }) };
    return stored("label" in node ? { ...node, label: `${label} --> <!-- ${node.label}` } : node);
  });
const EXAMPLES = {
  "rule.node": anyNode,
  "rule.within": fc.oneof(fc.constantFrom("include", "exclude"), fc.uuid(), fc.string({ maxLength: 10 })),
  data: fc.record({ id: fc.uuid(), name: fc.string({ unit: "grapheme", maxLength: 40 }) }),
};

const KINDS: readonly DocumentKind[] = [personaKind, segmentKind];

describe.each(KINDS)("a $name as Markdown", (kind) => {
  test("reads back identically, ids and special characters included", () => {
    fc.assert(
      fc.property(anyContent(kind, 6, EXAMPLES), (content) => {
        const read = readOwnMarkdown(kind.fields, writeMarkdown(kind.name, kind.fields, content, STAMP));
        expect(read?.leftovers).toEqual([]);
        expect(kind.schema.parse(read?.content)).toEqual(content);
      }),
      { numRuns: 150 },
    );
  });

  test("carries version, date, hash and freshness", () => {
    const written = writeMarkdown(kind.name, kind.fields, kind.empty("Maya"), STAMP);
    const { freshness, ...known } = STAMP;
    expect(readOwnMarkdown(kind.fields, written)?.stamp).toEqual({ kind: kind.name, formatVersion: "1", ...known });
    expect(written.split("\n")).toContain(`freshness: ${freshness}`);
  });
});
