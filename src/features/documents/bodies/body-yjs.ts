// Between prose as JSON and prose as the shared type that people write in together.
import { updateYFragment, yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import {
  BODY_FRAGMENT,
  BODY_MARKS,
  BODY_NODES,
  type Body,
  type BodyMark,
  type BodyNode,
  bodyText,
  isBodyAttribute,
  isEmptyBody,
  MAX_BODY_DEPTH,
  textBody,
  withoutThreads,
} from "./body-rules";
import { bodySchema } from "./body-schema";

/** Whoever converts the same JSON gets the same update: applied twice it is there once. */
const CONVERTING_CLIENT = 1;

/** The state of a live body that begins with this prose, as an update. */
export function beginningState(body: Body): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = CONVERTING_CLIENT;
  if (body) setBody(doc, body);
  return Y.encodeStateAsUpdate(doc);
}

/** Makes the live body say this, by as few operations as possible, so that what others write meanwhile merges. */
export function setBody(doc: Y.Doc, body: Body): void {
  const schema = bodySchema();
  const node = body ? schema.nodeFromJSON(body) : schema.nodes.doc?.createAndFill();
  if (!node) throw new Error("the schema has no document");
  const fragment = doc.getXmlFragment(BODY_FRAGMENT);
  doc.transact(() => updateYFragment(doc, fragment, node, { mapping: new Map(), isOMark: new Map() }));
}

export interface ReadBody {
  /** With the marks of threads. */
  readonly marked: Body;
  /** As versions have it: without them, and null where nothing is written. */
  readonly body: Body;
  /** What was wrong with it, or null. */
  readonly problem: string | null;
}

/** What a live body says. Never fails: what can't be in a body is left out, and the answer says so. */
export function readBody(doc: Y.Doc): ReadBody {
  const found = yXmlFragmentToProsemirrorJSON(doc.getXmlFragment(BODY_FRAGMENT)) as BodyNode;
  const problems: string[] = [];
  const content = [found.content ?? []].flat(2).flatMap((node) => cleanNode(node as BodyNode, 1, problems));
  const marked = fitting({ type: "doc", content }, problems);
  const body = withoutThreads(marked);
  return { marked, body: isEmptyBody(body) ? null : body, problem: problems[0] ?? null };
}

function cleanNode(node: BodyNode, depth: number, problems: string[]): readonly BodyNode[] {
  if (depth > MAX_BODY_DEPTH || !Object.hasOwn(BODY_NODES, node.type)) {
    problems.push(depth > MAX_BODY_DEPTH ? "It is nested too deeply." : `It holds “${node.type.slice(0, 40)}”.`);
    return [];
  }
  if (node.type === "text") {
    const text = storable(String(node.text ?? ""));
    if (text === "") return [];
    const marks = (node.marks ?? []).flatMap((mark) => cleanMark(mark, problems));
    return [{ type: "text", text, ...(marks.length > 0 && { marks }) }];
  }
  const attrs = cleanAttributes(BODY_NODES, node, problems);
  const content = (node.content ?? []).flatMap((child) => cleanNode(child, depth + 1, problems));
  return [{ type: node.type, ...(Object.keys(attrs).length > 0 && { attrs }), ...(content.length > 0 && { content }) }];
}

function cleanMark(mark: BodyMark, problems: string[]): readonly BodyMark[] {
  if (!Object.hasOwn(BODY_MARKS, mark.type)) return [];
  const attrs = cleanAttributes(BODY_MARKS, mark, problems);
  const isWhole = Object.keys(BODY_MARKS[mark.type] ?? {}).every((name) => Object.hasOwn(attrs, name));
  if (!isWhole) return [];
  return [{ type: mark.type, ...(Object.keys(attrs).length > 0 && { attrs }) }];
}

function cleanAttributes(of: typeof BODY_NODES, { type, attrs = {} }: BodyMark, problems: string[]) {
  const clean: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(attrs)) {
    const stored = typeof value === "string" ? storable(value) : value;
    if (isBodyAttribute(of, type, name, stored)) clean[name] = stored;
    else problems.push(`A ${type} in it says something that it can't.`);
  }
  return clean;
}

/** What Postgres takes: no half of a surrogate pair, no NUL. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll("\u0000", "");
}

/** As the schema has it: attributes complete, nodes in an order that is allowed; what is not becomes its words. */
function fitting(found: BodyNode, problems: string[]): Body {
  if ((found.content ?? []).length === 0) return null;
  try {
    const node = bodySchema().nodeFromJSON(found);
    node.check();
    return node.toJSON() as BodyNode;
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
    const content = (found.content ?? [])
      .flatMap(mended)
      .flatMap((node) => (fits(whole([node])) ? [node] : lines(node)));
    return fits(whole(content)) ?? textBody(bodyText(found));
  }
}

/** The same with attributes complete, or null where the schema doesn't allow it. */
function fits(node: BodyNode): BodyNode | null {
  try {
    const made = bodySchema().nodeFromJSON(node);
    made.check();
    return made.toJSON() as BodyNode;
  } catch {
    return null;
  }
}

/** The node where it stands by itself; else with its parts mended; else its words. The rest of the text stays as it is. */
function mended(node: BodyNode): readonly BodyNode[] {
  if (node.text !== undefined || fits(node)) return [node];
  const inner = { ...node, content: (node.content ?? []).flatMap(mended) };
  return fits(inner) ? [inner] : lines(node);
}

function whole(content: readonly BodyNode[]): BodyNode {
  return { type: "doc", content };
}

function lines(node: BodyNode): readonly BodyNode[] {
  return textBody(bodyText(whole([node])))?.content ?? [];
}
