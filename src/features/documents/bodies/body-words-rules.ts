// The words of a live body in one line of text, each known by where it stands in the shared type: what positions, quotes
// and the marks of threads are resolved with. Offsets count UTF-16 units of `flat`, as the shared type does.
import * as Y from "yjs";
import { BODY_FRAGMENT } from "./body-rules";
import type { WordsRange } from "./quote-rules";

type Attributes = Readonly<Record<string, unknown>>;

/** Words of one text node with the same marks. */
export interface WordsPiece {
  readonly text: Y.XmlText;
  /** Offset within `text`. */
  readonly at: number;
  /** Offset within `flat`. */
  readonly from: number;
  readonly to: number;
  readonly attributes: Attributes;
}

export interface BodyWords {
  /** Blocks stand on lines of their own; chips as their titles. */
  readonly flat: string;
  /** In the order of reading; what no piece covers is a break, a chip or a line's end. */
  readonly pieces: readonly WordsPiece[];
  /** Where a type begins and ends in `flat`, of nodes and texts alike. */
  readonly spans: ReadonlyMap<unknown, WordsRange>;
}

/** A character for what is no text, as the shared type counts it. */
const OBJECT = "\uFFFC";

export function bodyWords(doc: Y.Doc): BodyWords {
  let flat = "";
  const pieces: WordsPiece[] = [];
  const spans = new Map<unknown, WordsRange>();
  const readText = (text: Y.XmlText) => {
    let at = 0;
    for (const { insert, attributes = {} } of text.toDelta() as { insert: unknown; attributes?: Attributes }[]) {
      const words = typeof insert === "string" ? insert : OBJECT;
      pieces.push({ text, at, from: flat.length, to: flat.length + words.length, attributes });
      flat += words;
      at += words.length;
    }
  };
  const read = (node: unknown) => {
    const from = flat.length;
    if (node instanceof Y.XmlText) readText(node);
    else if (node instanceof Y.XmlElement && node.nodeName === "hardBreak") flat += " ";
    else if (node instanceof Y.XmlElement && node.nodeName === "documentChip") {
      flat += String(node.getAttribute("title") ?? "");
    } else if (node instanceof Y.XmlFragment) {
      if (flat !== "" && !flat.endsWith("\n")) flat += "\n";
      for (const child of node.toArray()) read(child);
      if (flat !== "" && !flat.endsWith("\n")) flat += "\n";
    }
    spans.set(node, { from, to: flat.length });
  };
  read(doc.getXmlFragment(BODY_FRAGMENT));
  return { flat, pieces, spans };
}

/** Without white space at its ends. */
export function trimRange(flat: string, { from, to }: WordsRange): WordsRange {
  const words = flat.slice(from, to);
  const start = from + (words.length - words.trimStart().length);
  return { from: Math.min(start, to), to: Math.max(start, to - (words.length - words.trimEnd().length)) };
}

/** Where a position that a client sent is now, or null for one that never was in this body. */
export function offsetOf(doc: Y.Doc, { spans }: BodyWords, position: Uint8Array): number | null {
  try {
    const found = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(position), doc);
    const span = found ? spans.get(found.type) : undefined;
    if (!found || !span) return null;
    if (found.type instanceof Y.XmlText) return Math.min(span.from + found.index, span.to);
    const children = found.type instanceof Y.XmlFragment ? found.type.toArray() : [];
    return (found.index < children.length ? spans.get(children[found.index])?.from : span.to) ?? null;
  } catch {
    return null;
  }
}
