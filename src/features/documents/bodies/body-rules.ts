// Prose as plain JSON: what a body is made of, and what its parts may say. The editor's schema (body-schema.ts), the
// gate for live updates and everything that reads stored bodies go by these descriptions.

export interface BodyMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

/** A node as ProseMirror writes it to JSON. */
export interface BodyNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly BodyNode[];
  readonly marks?: readonly BodyMark[];
  readonly text?: string;
}

/** The whole, a node of type "doc". Null stands for nothing written. */
export type Body = BodyNode | null;

/** Grows with every change of nodes, marks or attributes: an editor that is older is refused before it syncs. */
export const BODY_SCHEMA_VERSION = 1;
/** The name of the shared type that holds it. */
export const BODY_FRAGMENT = "body";
/** Bytes of a body as JSON. */
export const MAX_BODY_BYTES = 2 * 1024 * 1024;
/** Nodes within nodes. */
export const MAX_BODY_DEPTH = 40;

type Check = (value: unknown) => boolean;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const whole =
  (from: number, to: number): Check =>
  (value) =>
    Number.isInteger(value) && (value as number) >= from && (value as number) <= to;
const short =
  (most: number): Check =>
  (value) =>
    typeof value === "string" && value.length <= most;
const id: Check = (value) => typeof value === "string" && UUID.test(value);
const oneOf =
  (values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const widths: Check = (value) => Array.isArray(value) && value.length <= 100 && value.every(orNull(whole(0, 5_000)));

export const CALLOUT_TONES = { note: "Note", tip: "Tip", warning: "Warning" } as const;
/** How somebody feels, from −2 to 2. */
export const EMOTIONS: Readonly<Record<number, string>> = {
  [-2]: "Miserable",
  [-1]: "Annoyed",
  0: "Neutral",
  1: "Pleased",
  2: "Delighted",
};

const cell = { colspan: whole(1, 100), rowspan: whole(1, 1_000), colwidth: orNull(widths), align: orNull(short(10)) };
/** A document at one of its versions; null for one that was never published. */
const pinned = {
  document: id,
  kind: oneOf(["segment", "persona", "scenario"]),
  version: orNull(whole(1, 1_000_000)),
  title: short(200),
};

/** Every node with its attributes. */
export const BODY_NODES: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  doc: {},
  text: {},
  paragraph: {},
  heading: { level: whole(1, 4) },
  bulletList: {},
  orderedList: { start: whole(0, 1_000_000), type: orNull(short(1)) },
  listItem: {},
  taskList: {},
  taskItem: { checked: oneOf([true, false]) },
  blockquote: {},
  callout: { tone: oneOf(Object.keys(CALLOUT_TONES)) },
  codeBlock: { language: orNull(short(40)) },
  table: {},
  tableRow: {},
  tableHeader: cell,
  tableCell: cell,
  /** A picture of the workspace by its id; the width in percent of the text's. */
  image: { picture: id, alt: short(300), width: orNull(whole(10, 100)) },
  horizontalRule: {},
  hardBreak: {},
  documentChip: pinned,
  /** A claim as the pinned version has it; `text` keeps its words as they were. */
  claimEmbed: { ...pinned, place: short(400), text: short(1_000) },
  storyBeat: { emotion: whole(-2, 2) },
  /** An excerpt of the evidence, or words with where they come from. */
  evidenceQuote: { excerpt: orNull(id), source: short(300) },
  /** Something that we must offer; its id stays its own across versions. */
  need: { id: orNull(id) },
};

/** Every mark with its attributes. */
export const BODY_MARKS: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  bold: {},
  italic: {},
  underline: {},
  strike: {},
  code: {},
  highlight: {},
  link: { href: isSafeHref },
  /** Where a thread is anchored. Several may lie over each other; none is part of a version. */
  comment: { thread: id },
};

/** Whether a link may lead there: http, https and mailto, and nothing that a browser would take for something else. */
export function isSafeHref(value: unknown): boolean {
  if (typeof value !== "string" || value.length > 2_000) return false;
  return /^(https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(value);
}

/** Whether a node or mark of this name may have this attribute with this value. */
export function isBodyAttribute(
  of: Readonly<Record<string, Readonly<Record<string, Check>>>>,
  type: string,
  name: string,
  value: unknown,
): boolean {
  if (!Object.hasOwn(of, type)) return false;
  const attributes = of[type] ?? {};
  return Object.hasOwn(attributes, name) && (attributes[name]?.(value) ?? false);
}

/** Every node with its depth, parents first, in the order of reading. Children of what returns false are passed over. */
export function walkBody(body: Body, visit: (node: BodyNode, depth: number) => boolean | undefined): void {
  // No recursion: a body that was never checked may be nested as deep as its maker liked.
  const waiting: [BodyNode, number][] = body ? [[body, 0]] : [];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [node, depth] = next;
    if (visit(node, depth) === false) continue;
    const { content = [] } = node;
    for (let index = content.length - 1; index >= 0; index -= 1) {
      const child = content[index];
      if (child) waiting.push([child, depth + 1]);
    }
  }
}

/** Why this is no body, for people, or null. Looks at names, attributes, depth; order of nodes is the schema's matter. */
export function bodyProblem(value: unknown): string | null {
  if (value === null) return null;
  if (!isNode(value) || value.type !== "doc") return "This is no text of ours.";
  let problem: string | null = null;
  walkBody(value, (node, depth) => {
    problem ??= depth > MAX_BODY_DEPTH ? "It is nested too deeply." : nodeProblem(node);
    return problem === null;
  });
  return problem;
}

function nodeProblem(node: unknown): string | null {
  if (!isNode(node)) return "A part of it can't be read.";
  if (!Object.hasOwn(BODY_NODES, node.type)) return `It holds “${node.type.slice(0, 40)}”, which is not known here.`;
  if (node.type === "text" ? typeof node.text !== "string" || node.text === "" : node.text !== undefined) {
    return "A part of it can't be read.";
  }
  const isGood =
    areGood(BODY_NODES, node) &&
    (node.marks ?? []).every((mark) => Object.hasOwn(BODY_MARKS, mark.type) && areGood(BODY_MARKS, mark));
  return isGood ? null : `A ${node.type} in it says something that it can't.`;
}

function areGood(of: typeof BODY_NODES, { type, attrs = {} }: BodyMark): boolean {
  return Object.entries(attrs).every(([name, value]) => isBodyAttribute(of, type, name, value));
}

function isNode(value: unknown): value is BodyNode {
  if (typeof value !== "object" || value === null) return false;
  const { type, attrs, content, marks } = value as Record<string, unknown>;
  return (
    typeof type === "string" &&
    (attrs === undefined || (typeof attrs === "object" && attrs !== null && !Array.isArray(attrs))) &&
    (content === undefined || Array.isArray(content)) &&
    (marks === undefined || (Array.isArray(marks) && marks.every((mark) => typeof mark?.type === "string")))
  );
}

/** Blocks whose words stand on lines of their own. */
const LINES = new Set(["paragraph", "heading", "codeBlock", "need"]);

/** Its words, a line for each block, without any marks. */
export function bodyText(body: Body): string {
  const lines: string[] = [];
  let line = "";
  const end = () => {
    if (line.trim() !== "") lines.push(line.trim());
    line = "";
  };
  walkBody(body, (node) => {
    if (LINES.has(node.type)) end();
    if (node.text !== undefined) line += node.text;
    if (node.type === "hardBreak") line += "\n";
    if (node.type === "documentChip") line += String(node.attrs?.title ?? "");
    if (node.type === "claimEmbed") {
      end();
      line = String(node.attrs?.text ?? "");
      end();
    }
    if (node.type === "evidenceQuote" && node.attrs?.source) {
      end();
      line = String(node.attrs.source);
      end();
    }
    return undefined;
  });
  end();
  return lines.join("\n");
}

/** Words as a body: a paragraph for each line that says something; null where none does. */
export function textBody(text: string): Body {
  const content = text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line): BodyNode => ({ type: "paragraph", content: [{ type: "text", text: line }] }));
  return content.length > 0 ? { type: "doc", content } : null;
}

/** Whether nothing is written in it: no words, no picture, no block that says something by itself. */
export function isEmptyBody(body: Body): boolean {
  let isEmpty = true;
  walkBody(body, (node) => {
    if (
      node.text !== undefined ||
      ["image", "horizontalRule", "documentChip", "claimEmbed", "table"].includes(node.type)
    ) {
      isEmpty = false;
    }
    return isEmpty;
  });
  return isEmpty;
}

/** Without the anchors of threads, as versions, comparisons and exports have it; neighbours of the same marks joined. */
export function withoutThreads(body: Body): Body {
  return body && stripped(body);
}

function stripped(node: BodyNode): BodyNode {
  const content = node.content && joined(node.content.map(stripped));
  const marks = node.marks?.filter(({ type }) => type !== "comment");
  const { marks: _marks, content: _content, ...rest } = node;
  return { ...rest, ...(content && { content }), ...(marks && marks.length > 0 && { marks }) };
}

function joined(nodes: readonly BodyNode[]): readonly BodyNode[] {
  const list: BodyNode[] = [];
  for (const node of nodes) {
    const last = list.at(-1);
    if (
      last?.text !== undefined &&
      node.text !== undefined &&
      JSON.stringify(last.marks ?? []) === JSON.stringify(node.marks ?? [])
    ) {
      list[list.length - 1] = { ...last, text: last.text + node.text };
    } else list.push(node);
  }
  return list;
}

/** Ids of all documents that it speaks of, each once. */
export function linkedDocuments(body: Body): readonly string[] {
  const ids = new Set<string>();
  walkBody(body, (node) => {
    if (typeof node.attrs?.document === "string") ids.add(node.attrs.document);
    return undefined;
  });
  return [...ids];
}

/** A need with its words, in the order of reading. */
export interface BodyNeed {
  /** Null where the editor has not given it one yet. */
  readonly id: string | null;
  readonly text: string;
}

export function needsOf(body: Body): readonly BodyNeed[] {
  const needs: BodyNeed[] = [];
  walkBody(body, (node) => {
    if (node.type !== "need") return undefined;
    const text = bodyText(node);
    if (text !== "") needs.push({ id: typeof node.attrs?.id === "string" ? node.attrs.id : null, text });
    return false;
  });
  return needs;
}
