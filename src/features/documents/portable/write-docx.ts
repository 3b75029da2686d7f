// A document as a Word file, with a page before it that says what it is.
import { AlignmentType, Document, HeadingLevel, LevelFormat, Packer, PageBreak, Paragraph, TextRun } from "docx";
import type { Body } from "../bodies/body-rules";
import { docxBlocks, plainForXml, QUOTE_STYLE } from "../bodies/convert/body-to-docx";
import type { FileFacts } from "./write-html-rules";

const LEVELS = [0, 1, 2, 3, 4, 5, 6, 7, 8];

/** `body` as documentBody makes it. */
export async function writeDocx(title: string, facts: FileFacts, body: Body): Promise<Buffer> {
  const { children, numbered } = docxBlocks(body);
  const level = (at: number, start: number) => ({
    ...{ level: at, format: LevelFormat.DECIMAL, text: `%${at + 1}.`, alignment: AlignmentType.START, start },
    style: { paragraph: { indent: { left: 360 * (at + 2), hanging: 360 } } },
  });
  const document = new Document({
    title: plainForXml(title),
    creator: "Dramatis",
    numbering: {
      config: numbered.map(({ reference, start }) => ({ reference, levels: LEVELS.map((at) => level(at, start)) })),
    },
    styles: {
      default: { document: { run: { font: "Calibri", size: 22 }, paragraph: { spacing: { after: 120 } } } },
      paragraphStyles: [{ id: QUOTE_STYLE, name: QUOTE_STYLE, basedOn: "Normal", quickFormat: true }],
    },
    sections: [
      {
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            spacing: { before: 2_400 },
            children: [new TextRun({ text: plainForXml(title), bold: true, size: 56 })],
          }),
          ...facts.map(
            ([label, value]) =>
              new Paragraph({
                children: [new TextRun({ text: `${label}: `, bold: true }), new TextRun(plainForXml(value))],
              }),
          ),
          new Paragraph({ children: [new PageBreak()] }),
          ...children,
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}
