// Text and marks as they come out of HTML, put into paragraphs as a browser would show them.
import type { BodyMark, BodyNode } from "../body-rules";
import { sortedMarks } from "./markdown-parts-rules";

export class LineCollector {
  /** Blocks so far. */
  readonly made: BodyNode[] = [];
  private line: BodyNode[] = [];

  /** White space counts once, and not at all at the beginning of a line. */
  text(text: string, marks: readonly BodyMark[]): void {
    let plain = text.replaceAll("\0", "").replace(/[ \t\n\r\f]+/g, " ");
    const last = this.line.at(-1);
    if (last?.text === undefined ? true : last.text.endsWith(" ")) plain = plain.replace(/^ /, "");
    if (plain !== "") this.add({ type: "text", text: plain }, marks);
  }

  add(node: BodyNode, marks: readonly BodyMark[]): void {
    const sorted = sortedMarks(marks);
    const made = sorted.length > 0 ? { ...node, marks: sorted } : node;
    const last = this.line.at(-1);
    if (node.type === "hardBreak") this.trim();
    if (
      made.text !== undefined &&
      last?.text !== undefined &&
      JSON.stringify(last.marks) === JSON.stringify(made.marks)
    ) {
      this.line[this.line.length - 1] = { ...last, text: last.text + made.text };
    } else this.line.push(made);
  }

  block(node: BodyNode): void {
    this.end();
    this.made.push(node);
  }

  /** Ends a paragraph, if anything is in it. */
  end(): void {
    while (this.line.at(-1)?.type === "hardBreak") this.line.pop();
    this.trim();
    while (this.line[0]?.type === "hardBreak") this.line.shift();
    if (this.line.length > 0) this.made.push({ type: "paragraph", content: this.line });
    this.line = [];
  }

  private trim(): void {
    const last = this.line.at(-1);
    if (last?.text === undefined || !last.text.endsWith(" ")) return;
    const text = last.text.replace(/ +$/, "");
    if (text === "") this.line.pop();
    else this.line[this.line.length - 1] = { ...last, text };
  }
}
