// The editor's schema, for browser and server alike: what nodes and marks there are and how they stand in HTML. How they
// look and act while one writes is the editor's matter (components/editor). Names and attributes are those of
// body-rules.ts; a test holds the two together.
import { type AnyExtension, getSchema, Mark, mergeAttributes, Node } from "@tiptap/core";
import { Code } from "@tiptap/extension-code";
import { CodeBlock } from "@tiptap/extension-code-block";
import { Highlight } from "@tiptap/extension-highlight";
import { Image } from "@tiptap/extension-image";
import { Link } from "@tiptap/extension-link";
import { TaskItem, TaskList } from "@tiptap/extension-list";
import { TableKit } from "@tiptap/extension-table";
import type { Schema } from "@tiptap/pm/model";
import StarterKit from "@tiptap/starter-kit";
import { isSafeHref } from "./body-rules";

/** An attribute that stands in HTML as `data-<name>`. */
function data(name: string, fallback: unknown, parse: (text: string) => unknown = (text) => text) {
  return {
    default: fallback,
    parseHTML: (element: HTMLElement) => {
      const text = element.getAttribute(`data-${name}`);
      return text === null ? fallback : parse(text);
    },
    renderHTML: (attributes: Record<string, unknown>) =>
      attributes[name] === null ? {} : { [`data-${name}`]: String(attributes[name]) },
  };
}
const number = (text: string) => (Number.isFinite(Number(text)) ? Number(text) : null);

const pinned = {
  document: data("document", ""),
  kind: data("kind", "persona"),
  version: data("version", null, number),
  title: data("title", ""),
};

const Callout = Node.create({
  name: "callout",
  group: "block",
  content: "block+",
  defining: true,
  addAttributes: () => ({ tone: data("tone", "note") }),
  parseHTML: () => [{ tag: "aside[data-callout]" }],
  renderHTML: ({ HTMLAttributes }) => ["aside", mergeAttributes(HTMLAttributes, { ...AUTO, "data-callout": "" }), 0],
});

export const DocumentChip = Node.create({
  name: "documentChip",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => pinned,
  parseHTML: () => [{ tag: "span[data-chip]" }],
  renderHTML: ({ node, HTMLAttributes }) => [
    "span",
    mergeAttributes(HTMLAttributes, { "data-chip": "" }),
    String(node.attrs.title),
  ],
  renderText: ({ node }) => String(node.attrs.title),
});

export const ClaimEmbed = Node.create({
  name: "claimEmbed",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => ({ ...pinned, place: data("place", ""), text: data("text", "") }),
  parseHTML: () => [{ tag: "figure[data-claim]" }],
  renderHTML: ({ node, HTMLAttributes }) => [
    "figure",
    mergeAttributes(HTMLAttributes, { "data-claim": "" }),
    String(node.attrs.text),
  ],
});

export const StoryBeat = Node.create({
  name: "storyBeat",
  group: "block",
  content: "paragraph+",
  defining: true,
  addAttributes: () => ({ emotion: data("emotion", 0, number) }),
  parseHTML: () => [{ tag: "section[data-beat]" }],
  renderHTML: ({ HTMLAttributes }) => ["section", mergeAttributes(HTMLAttributes, { ...AUTO, "data-beat": "" }), 0],
});

export const EvidenceQuote = Node.create({
  name: "evidenceQuote",
  group: "block",
  content: "paragraph+",
  defining: true,
  addAttributes: () => ({ excerpt: data("excerpt", null), source: data("source", "") }),
  parseHTML: () => [{ tag: "blockquote[data-evidence]", priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => [
    "blockquote",
    mergeAttributes(HTMLAttributes, { ...AUTO, "data-evidence": "" }),
    0,
  ],
});

export const Need = Node.create({
  name: "need",
  group: "block",
  content: "inline*",
  defining: true,
  addAttributes: () => ({ id: data("id", null) }),
  parseHTML: () => [{ tag: "p[data-need]", priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ["p", mergeAttributes(HTMLAttributes, { ...AUTO, "data-need": "" }), 0],
});

/** Where a thread is anchored; set by the server, so that who may not write can comment. */
const Comment = Mark.create({
  name: "comment",
  // Threads may overlap: none excludes another, nor itself.
  excludes: "",
  inclusive: false,
  addAttributes: () => ({ thread: data("thread", "") }),
  parseHTML: () => [{ tag: "span[data-thread]" }],
  renderHTML: ({ HTMLAttributes }) => ["span", HTMLAttributes, 0],
});

export const Picture = Image.extend({
  addAttributes: () => ({
    picture: data("picture", ""),
    alt: {
      default: "",
      parseHTML: (element: HTMLElement) => element.getAttribute("alt") ?? "",
      renderHTML: ({ alt }: Record<string, unknown>) => ({ alt: String(alt) }),
    },
    width: data("width", null, number),
  }),
  // An image of another site is not ours to show; who pastes one is offered to upload it.
  parseHTML: () => [{ tag: "img[data-picture]" }],
});

const SafeLink = Link.extend({
  addAttributes: () => ({ href: { default: "" } }),
}).configure({
  openOnClick: false,
  autolink: true,
  defaultProtocol: "https",
  HTMLAttributes: { rel: "noopener noreferrer nofollow", target: "_blank" },
  isAllowedUri: (href) => isSafeHref(href),
});

/** Each block reads in the direction that its first letters have. */
const AUTO = { dir: "auto" };

/** All of them, without views: the editor replaces those that have one by their name. */
export function bodyExtensions(): AnyExtension[] {
  return [
    StarterKit.configure({
      heading: { levels: [1, 2, 3, 4], HTMLAttributes: AUTO },
      paragraph: { HTMLAttributes: AUTO },
      blockquote: { HTMLAttributes: AUTO },
      bulletList: { HTMLAttributes: AUTO },
      orderedList: { HTMLAttributes: AUTO },
      // Yjs keeps the history, of each person their own.
      undoRedo: false,
      // Each open editor would add the empty paragraph, for all the others as well.
      trailingNode: false,
      link: false,
      code: false,
      codeBlock: false,
    }),
    SafeLink,
    // Threads may be anchored in code as well.
    Code.extend({ excludes: "" }),
    CodeBlock.extend({ marks: "comment" }),
    TaskList.configure({ HTMLAttributes: AUTO }),
    TaskItem.configure({ nested: true }),
    TableKit.configure({ table: { resizable: true } }),
    Highlight,
    Picture,
    Callout,
    DocumentChip,
    ClaimEmbed,
    StoryBeat,
    EvidenceQuote,
    Need,
    Comment,
  ];
}

let schema: Schema | undefined;

/** Made once: it needs no document object model. */
export function bodySchema(): Schema {
  schema ??= getSchema(bodyExtensions());
  return schema;
}
