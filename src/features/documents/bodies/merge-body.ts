// Making a live body say something else while people write in it. Used by the server alone.
import type { Node } from "@tiptap/pm/model";
import { updateYFragment, yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { Allowance, alignBlocks } from "../comparison/body-align-rules";
import { BlockReader, isTextBlock } from "../comparison/body-block-rules";
import { BODY_FRAGMENT, type Body, type BodyNode, withoutThreads } from "./body-rules";
import { bodySchema } from "./body-schema";

const MOST_STEPS = 10_000_000;

type Parent = Y.XmlFragment | Y.XmlElement;

/**
 * Makes the live body say this by touching only the blocks that are others then: which is which is told by their words.
 * Going by their places instead, as the editor's binding does, would put one paragraph's words into another's element,
 * and what somebody types into it at this moment would end up in the wrong place.
 */
export function mergeBody(doc: Y.Doc, body: Body): void {
  const schema = bodySchema();
  const target = body ? schema.nodeFromJSON(body) : schema.nodes.doc?.createAndFill();
  if (!target) throw new Error("the schema has no document");
  const fragment = doc.getXmlFragment(BODY_FRAGMENT);
  const found = yXmlFragmentToProsemirrorJSON(fragment) as BodyNode;
  const merger = new BodyMerger(doc);
  doc.transact(() => merger.merge(fragment, [found.content ?? []].flat(2) as readonly BodyNode[], target));
}

class BodyMerger {
  private readonly reader = new BlockReader();
  private readonly allowance = new Allowance(MOST_STEPS);

  constructor(private readonly doc: Y.Doc) {}

  /** `before` is what the parent holds, a node for each of its children. */
  merge(parent: Parent, before: readonly BodyNode[], target: Node): void {
    const children = parent.toArray();
    const isPlain = children.length === before.length && children.every((child) => child instanceof Y.XmlElement);
    if (!isPlain) {
      this.write(parent, target);
      return;
    }
    const after = target.children.map((node) => node.toJSON() as BodyNode);
    const { pairs } = alignBlocks(this.blocksOf(before), this.blocksOf(after), this.allowance);
    const from = new Map(pairs.map(([old, now]) => [now, old]));
    let [at, old] = [0, 0];
    target.forEach((node, _offset, index) => {
      const match = from.get(index);
      const child = match === undefined ? undefined : children[match];
      const was = match === undefined ? undefined : before[match];
      if (match !== undefined && was && child instanceof Y.XmlElement && child.nodeName === node.type.name) {
        if (match > old) parent.delete(at, match - old);
        old = match + 1;
        this.update(child, was, node);
      } else {
        const made = new Y.XmlElement(node.type.name);
        parent.insert(at, [made]);
        this.write(made, node);
      }
      at += 1;
    });
    if (children.length > old) parent.delete(at, children.length - old);
  }

  private update(element: Y.XmlElement, before: BodyNode, target: Node): void {
    if (isEqual(before, target)) return;
    if (target.isTextblock || target.isLeaf || isTextBlock(before)) this.write(element, target);
    else {
      setAttributes(element, target);
      this.merge(element, before.content ?? [], target);
    }
  }

  private write(parent: Parent, target: Node): void {
    updateYFragment(this.doc, parent, target, { mapping: new Map(), isOMark: new Map() });
  }

  /** Blocks without threads, which say nothing about what is which. */
  private blocksOf(nodes: readonly BodyNode[]) {
    return this.reader.blocksOf(withoutThreads({ type: "doc", content: nodes })?.content ?? []);
  }
}

function isEqual(before: BodyNode, target: Node): boolean {
  try {
    return target.eq(bodySchema().nodeFromJSON(before));
  } catch {
    // What the schema doesn't know is something else.
    return false;
  }
}

function setAttributes(element: Y.XmlElement, { attrs }: Node): void {
  const there = element.getAttributes();
  for (const [name, value] of Object.entries(attrs)) {
    if (value === null) element.removeAttribute(name);
    else if (there[name] !== value) element.setAttribute(name, value);
  }
  for (const name of Object.keys(there)) if (!(name in attrs)) element.removeAttribute(name);
}
