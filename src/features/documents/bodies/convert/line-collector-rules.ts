// Text and marks as they come out of HTML, put into paragraphs as a browser would show them.
import type { BodyMark, BodyNode } from "../body-rules";
import { sortedMarks } from "./markdown-parts-rules";

/** Text is put together at the end of a line: it comes in many pieces. */
interface Run {
  readonly node: BodyNode;
  readonly marks: string;
  readonly texts: string[];
}

export class LineCollector {
  /** Blocks so far. */
  readonly made: BodyNode[] = [];
  private line: Run[] = [];

  /** White space counts once, and not at all at the beginning of a line. */
  text(text: string, marks: readonly BodyMark[]): void {
    const plain = text.replaceAll("\0", "").replace(/[ \t\n\r\f]+/g, " ");
    const before = this.line.at(-1)?.texts.at(-1) ?? " ";
    const kept = before.endsWith(" ") ? plain.replace(/^ /, "") : plain;
    if (kept !== "") this.add({ type: "text", text: kept }, marks);
  }

  add(node: BodyNode, marks: readonly BodyMark[]): void {
    if (node.type === "hardBreak") this.trim();
    const sorted = sortedMarks(marks);
    const name = JSON.stringify(sorted);
    const last = this.line.at(-1);
    if (node.text !== undefined && last && last.texts.length > 0 && last.marks === name) last.texts.push(node.text);
    else {
      const own = sorted.length > 0 ? { ...node, marks: sorted } : node;
      this.line.push({ node: own, marks: name, texts: node.text === undefined ? [] : [node.text] });
    }
  }

  block(node: BodyNode): void {
    this.end();
    this.made.push(node);
  }

  /** Ends a paragraph, if anything is in it. */
  end(): void {
    while (this.line.at(-1)?.node.type === "hardBreak") this.line.pop();
    this.trim();
    const first = this.line.findIndex(({ node }) => node.type !== "hardBreak");
    const content = (first < 0 ? [] : this.line.slice(first)).map(({ node, texts }) =>
      texts.length > 0 ? { ...node, text: texts.join("") } : node,
    );
    if (content.length > 0) this.made.push({ type: "paragraph", content });
    this.line = [];
  }

  /** Takes away the space at the end of a line; there is never more than one. */
  private trim(): void {
    const texts = this.line.at(-1)?.texts ?? [];
    const last = texts.at(-1);
    if (last === undefined || !last.endsWith(" ")) return;
    if (last !== " ") texts[texts.length - 1] = last.slice(0, -1);
    else texts.pop();
    if (texts.length === 0) this.line.pop();
  }
}
