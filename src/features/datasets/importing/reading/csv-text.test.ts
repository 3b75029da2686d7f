// Text that is written by the rules comes back cell by cell, and is counted the same by whoever counts.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recordsOf } from "./csv-text";
import { scanRows } from "./scan-rows";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "csv-text-"));
});
afterAll(() => rm(folder, { recursive: true }));

const cell = fc.string({ unit: fc.constantFrom("a", "é", "1", ",", ";", '"', "\n", "\r", " "), maxLength: 6 });
const table = fc.record({
  rows: fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 12 }),
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  newline: fc.constantFrom("\n", "\r\n", "\r"),
  endsWithNewline: fc.boolean(),
});

function written(text: string, delimiter: string): string {
  return /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
}

test("tables come back as they were, however they are written", async () => {
  const file = join(folder, "table.csv");
  await fc.assert(
    fc.asyncProperty(table, async ({ rows, delimiter, newline, endsWithNewline }) => {
      const lines = rows.map((cells) => cells.map((one) => written(one, delimiter)).join(delimiter));
      const text = lines.join(newline) + (endsWithNewline ? newline : "");
      const form = { delimiter, quote: '"' };
      expect(recordsOf(text, form, true)).toEqual({ rows, end: text.length, isOpen: false });
      await writeFile(file, text);
      expect(await scanRows(file, form, 1_000)).toMatchObject({ rows: rows.length, openLine: null, longLine: null });
    }),
    { numRuns: 300 },
  );
});
