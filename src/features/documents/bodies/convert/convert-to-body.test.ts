import { deflateRawSync } from "node:zlib";
import { Document, HeadingLevel, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { addWorkspace, inScope } from "@/testing/factories";
import { convertToBody } from "../use-cases/convert-to-body";
import { writeBodyMarkdown } from "./body-to-markdown-rules";
import { lightDocx, MAX_SENT } from "./docx-archive-rules";

let database: TestDatabase;
let where: { workspaceId: string; userId: string };
beforeAll(async () => {
  database = await createTestDatabase();
  const { workspaceId, people } = await addWorkspace(database.owner, ["editor"]);
  where = { workspaceId, userId: people.editor };
});
afterAll(() => database.drop());

const convert = (fileName: string, file: Uint8Array | string) =>
  inScope(database.app, where, "draft.edit", (scope) =>
    convertToBody(scope, {
      workspaceId: where.workspaceId,
      fileName,
      file: Buffer.from(file).toString("base64"),
    }),
  );
const markdownOf = async (fileName: string, file: Uint8Array | string) =>
  writeBodyMarkdown((await convert(fileName, file)).body);

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

/** A document as Word has it, with as many bytes of a picture as wanted. */
async function word(picture: Buffer): Promise<Buffer> {
  const item = (text: string, level: number) => new Paragraph({ text, bullet: { level } });
  return Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: "Monday", heading: HeadingLevel.HEADING_1 }),
            new Paragraph({ children: [new TextRun("Up at "), new TextRun({ text: "six", bold: true })] }),
            item("one", 0),
            item("deeper", 1),
            new Table({ rows: [new TableRow({ children: [new TableCell({ children: [new Paragraph("a cell")] })] })] }),
            new Paragraph({
              children: [
                new ImageRun({
                  type: "png",
                  data: picture,
                  transformation: { width: 10, height: 10 },
                  altText: { name: "x", title: "x", description: "A red dot" },
                }),
              ],
            }),
          ],
        },
      ],
    }),
  );
}

describe("a file as prose", () => {
  test("of Word has headings, marks, lists, tables and its pictures", async () => {
    const { body, notes } = await convert("a.docx", await word(PNG));
    expect(writeBodyMarkdown(body)).toMatch(
      /^# Monday\n\nUp at \*\*six\*\*\n\n- one\n {2}- deeper\n\n<table>.*a cell.*<\/table>\n\n!\[A red dot\]\(picture:[\w-]{36}\)$/s,
    );
    expect(notes).toEqual([]);
  });

  test("of Word is sent without the pictures that don't fit, and says so with their words", async () => {
    const noise = Buffer.concat([PNG, Buffer.from(crypto.getRandomValues(new Uint8Array(60_000)))]);
    const large = await word(Buffer.concat(Array.from({ length: 20 }, () => noise)));
    expect(large.length).toBeGreaterThan(MAX_SENT);
    const { file, left } = lightDocx(large);
    expect([file.length < MAX_SENT, left]).toEqual([true, 1]);
    const { body, notes } = await convert("a.docx", file);
    expect(writeBodyMarkdown(body)).toMatch(/A red dot$/);
    expect(notes).toEqual(["One picture was left out."]);
  });

  test("of HTML and Markdown has their structure", async () => {
    expect(await markdownOf("a.html", "<title>x</title><h1>A</h1><ul><li>b<li>c</ul>")).toBe("# A\n\n- b\n- c");
    expect(await markdownOf("a.md", "# A\r\n\r\n1. b")).toBe("# A\n\n1. b");
  });

  test.each<[string, string, () => Promise<Uint8Array | string> | Uint8Array | string, string]>([
    ["nothing", "a.md", () => " \n", "no words"],
    ["what is no text", "a.txt", () => new Uint8Array([0xff, 0xfe, 0x00]), "no text in UTF-8"],
    ["what is no Word document", "a.docx", () => "PK, but not really", "no Word document"],
    ["half a Word document", "a.docx", async () => (await word(PNG)).subarray(0, 3_000), "no Word document"],
    ["an archive of another thing", "a.docx", () => zip("hello.txt", Buffer.from("hello")), "no Word document"],
    ["a bomb that says so", "a.docx", () => zip("word/document.xml", Buffer.alloc(60_000_000)), "too large"],
    [
      "a bomb that says otherwise",
      "a.docx",
      () => zip("word/document.xml", Buffer.alloc(60_000_000), 1_000),
      "too large",
    ],
    ["quotes in quotes", "a.md", () => ">".repeat(60_000), "nested more deeply"],
  ])("is refused in words: %s", async (_, fileName, file, message) => {
    await expect(
      file instanceof Function ? Promise.resolve(file()).then((it) => convert(fileName, it)) : null,
    ).rejects.toThrow(message);
  });

  test("elements within 5,000 others keep their words", async () => {
    const deep = `${"<div><b><ul><li>".repeat(5_000)}deep${"</li></ul></b></div>".repeat(5_000)}`;
    expect(await markdownOf("a.html", deep)).toContain("deep");
  });
});

/** An archive of one part, which may lie about its size. */
function zip(name: string, content: Buffer, said = content.length): Buffer {
  const bytes = deflateRawSync(content);
  const numbers = Buffer.alloc(26);
  numbers.writeUInt16LE(20, 0);
  numbers.writeUInt16LE(8, 4);
  numbers.writeUInt32LE(bytes.length, 14);
  numbers.writeUInt32LE(said, 18);
  numbers.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04"), numbers, Buffer.from(name), bytes]);
  const listed = Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), numbers, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, listed, end]);
}
