// Prose as what a Word document is made of.
import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  type FileChild,
  HeadingLevel,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { type Body, type BodyNode, CALLOUT_TONES, EMOTIONS, isSafeHref } from "../body-rules";

/** A numbered list, which Word counts by its name. */
interface Numbering {
  readonly reference: string;
  readonly start: number;
}

interface Around {
  /** How deep in lists and quotes. */
  readonly depth: number;
  readonly look: IParagraphOptions;
}

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4];
const INDENT = 360;
const DEEPEST_LIST = 8;
const LINE = { style: BorderStyle.SINGLE, size: 12, space: 8, color: "999999" };
/** The name that Word has for it, by which readers know a quotation. */
export const QUOTE_STYLE = "Quote";
const FAINT = { type: ShadingType.CLEAR, fill: "F2F2F2" };

/** The blocks of a section, and the numbered lists among them. */
export function docxBlocks(body: Body): {
  readonly children: readonly FileChild[];
  readonly numbered: readonly Numbering[];
} {
  const writer = new DocxWriter();
  const children = writer.blocks(body?.content ?? [], { depth: 0, look: {} });
  return { children, numbered: writer.numbered };
}

/** Without what no XML may hold. */
export function plainForXml(text: string): string {
  return text.toWellFormed().replace(/(?![\t\n])[\p{Cc}\ufffe\uffff]/gu, "");
}

class DocxWriter {
  readonly numbered: Numbering[] = [];

  blocks(nodes: readonly BodyNode[], around: Around): readonly (Paragraph | Table)[] {
    return nodes.flatMap((node) => this.block(node, around));
  }

  private block(node: BodyNode, around: Around): readonly (Paragraph | Table)[] {
    const { type, attrs = {}, content = [] } = node;
    switch (type) {
      case "heading":
        return [
          line(content, { ...around.look, heading: HEADINGS[Number(attrs.level) - 1] ?? HeadingLevel.HEADING_4 }),
        ];
      case "bulletList":
      case "taskList":
      case "orderedList":
        return this.list(node, around);
      case "blockquote":
        return this.blocks(content, quoted(around));
      case "callout": {
        const label = CALLOUT_TONES[attrs.tone as keyof typeof CALLOUT_TONES];
        return this.labelled(label, content, { ...around, look: { ...around.look, shading: FAINT } });
      }
      case "storyBeat":
        return this.labelled(EMOTIONS[Number(attrs.emotion)] ?? "", content, quoted(around));
      case "need":
        return [line(content, around.look, "Need: ")];
      case "evidenceQuote": {
        const source = String(attrs.source ?? "");
        const from = source === "" ? [] : [line([{ type: "text", text: `— ${source}` }], quoted(around).look)];
        return [...this.blocks(content, quoted(around)), ...from];
      }
      case "claimEmbed": {
        const lines = [String(attrs.text ?? ""), `— ${attrs.title}${attrs.version ? `, v${attrs.version}` : ""}`];
        return lines.map((text) => line([{ type: "text", text }], quoted(around).look));
      }
      case "codeBlock":
        return code(content, around);
      case "table":
        return this.table(node);
      case "image":
        return [
          line(
            [{ type: "text", text: `[Picture: ${attrs.alt || "without words"}]`, marks: [{ type: "italic" }] }],
            around.look,
          ),
        ];
      case "horizontalRule":
        return [new Paragraph({ ...around.look, border: { bottom: { ...LINE, size: 6, space: 1 } } })];
      default:
        return [line(content, around.look)];
    }
  }

  private labelled(label: string, content: readonly BodyNode[], around: Around): readonly (Paragraph | Table)[] {
    const [first, ...others] = content;
    if (first?.type !== "paragraph") return [line([], around.look, label), ...this.blocks(content, around)];
    return [line(first.content ?? [], around.look, `${label}: `), ...this.blocks(others, around)];
  }

  private list({ type, attrs = {}, content = [] }: BodyNode, around: Around): readonly (Paragraph | Table)[] {
    const level = Math.min(around.depth, DEEPEST_LIST);
    const reference = `numbers-${this.numbered.length + 1}`;
    if (type === "orderedList") this.numbered.push({ reference, start: Number(attrs.start ?? 1) });
    const inside: Around = {
      depth: around.depth + 1,
      look: { ...around.look, indent: { left: INDENT * (level + 2) } },
    };
    return content.flatMap((item) => {
      const [first, ...others] = item.content ?? [];
      const isTask = item.type === "taskItem";
      const box = isTask ? `${item.attrs?.checked === true ? "☑" : "☐"} ` : "";
      const mark =
        type === "orderedList"
          ? { numbering: { reference, level } }
          : isTask
            ? { indent: { left: INDENT * (level + 1) } }
            : { bullet: { level } };
      return [line(first?.content ?? [], { ...around.look, ...mark }, box, false), ...this.blocks(others, inside)];
    });
  }

  private table({ content = [] }: BodyNode): readonly (Paragraph | Table)[] {
    const rows = content.filter((row) => (row.content ?? []).length > 0);
    if (rows.length === 0) return [];
    const made = rows.map(
      (row, index) =>
        new TableRow({
          // Left out elsewhere: readers take the mark for yes, whatever it says.
          ...(index === 0 && (row.content ?? []).every(({ type }) => type === "tableHeader") && { tableHeader: true }),
          children: (row.content ?? []).map((cell) => this.cell(cell)),
        }),
    );
    // Word joins tables that nothing stands between.
    return [new Table({ rows: made, width: { size: 100, type: WidthType.PERCENTAGE } }), new Paragraph({})];
  }

  private cell({ type, attrs = {}, content = [] }: BodyNode): TableCell {
    const isHeader = type === "tableHeader";
    const align = { center: AlignmentType.CENTER, right: AlignmentType.RIGHT }[String(attrs.align)];
    const look: IParagraphOptions = align ? { alignment: align } : {};
    return new TableCell({
      columnSpan: Number(attrs.colspan ?? 1),
      rowSpan: Number(attrs.rowspan ?? 1),
      ...(isHeader && { shading: FAINT }),
      children: [...this.blocks(content, { depth: 0, look })],
    });
  }
}

function quoted({ depth, look }: Around): Around {
  return {
    depth,
    look: { ...look, style: QUOTE_STYLE, indent: { left: INDENT * (depth + 1) }, border: { left: LINE } },
  };
}

function code(content: readonly BodyNode[], around: Around): readonly Paragraph[] {
  const text = content.map((node) => node.text ?? "").join("");
  return text.split("\n").map(
    (row) =>
      new Paragraph({
        ...around.look,
        shading: FAINT,
        spacing: { after: 0 },
        children: [new TextRun({ text: plainForXml(row), font: "Courier New" })],
      }),
  );
}

function line(content: readonly BodyNode[], look: IParagraphOptions, label = "", isStrong = true): Paragraph {
  const start = label === "" ? [] : [new TextRun({ text: label, bold: isStrong })];
  return new Paragraph({ ...look, children: [...start, ...content.map(run)] });
}

function run({ type, text = "", attrs = {}, marks = [] }: BodyNode): ParagraphChild {
  const has = (name: string) => marks.some((mark) => mark.type === name);
  const href = marks.find((mark) => mark.type === "link")?.attrs?.href;
  const isLink = isSafeHref(href);
  const options: IRunOptions = {
    ...(type === "hardBreak"
      ? { break: 1 }
      : { text: plainForXml(type === "documentChip" ? String(attrs.title) : text) }),
    bold: has("bold"),
    italics: has("italic"),
    strike: has("strike"),
    ...(has("underline") && { underline: {} }),
    ...(has("code") && { font: "Courier New" }),
    ...(has("highlight") && { highlight: "yellow" as const }),
    ...(isLink && { style: "Hyperlink" }),
  };
  const made = new TextRun(options);
  return isLink ? new ExternalHyperlink({ link: String(href), children: [made] }) : made;
}
