// HTML from the clipboard as the editor's schema can read it: without what Word, Google Docs and spreadsheets put around
// their words, with their lists as lists.

import { isSafeHref } from "../body-rules";
import { BLOCKS, isHtmlName, SILENT } from "./html-name-rules";
import { styledMarks, unsetMark } from "./html-style-rules";
import { type HtmlElement, htmlTree } from "./html-tree-rules";
import { type ListEntry, listEntry, withLists } from "./pasted-list-rules";

type Child = HtmlElement | string;

/** What our editor copies carries this; it knows best what to do with it. */
const OWN = /\bdata-pm-slice=/;

/**
 * Never more than what was given: elements that mean something to us, their words, links that may be followed. Anchors
 * of threads and ids of needs stay where they were. What the editor itself has copied comes back as it is; of what is
 * too large to be looked through, nothing does ("").
 */
export function cleanPastedHtml(html: string): string {
  if (OWN.test(html)) return html;
  try {
    return written(cleaned(htmlTree(fragmentOf(html)).children, { isInLink: false, isInHeading: false }));
  } catch {
    // Larger than any page that people write: its plain text is pasted instead.
    return "";
  }
}

/** Windows says where the copied part begins. */
function fragmentOf(html: string): string {
  const start = html.indexOf("<!--StartFragment-->");
  const end = html.lastIndexOf("<!--EndFragment-->");
  if (start < 0 || end < start) return html;
  const inside = html.slice(start, end);
  // A part of a list or table means nothing without what is around it.
  return /^<!--StartFragment-->\s*<(?:li|tr|td|th|col)\b/i.test(inside) ? html : inside;
}

interface Around {
  readonly isInLink: boolean;
  readonly isInHeading: boolean;
}

function cleaned(children: readonly Child[], around: Around): readonly Child[] {
  return withLists(children.flatMap((child) => (typeof child === "string" ? [child] : cleanElement(child, around))));
}

const ATTRIBUTES = new Set(
  "href alt colspan rowspan start align data-callout data-tone data-beat data-emotion data-need data-evidence data-source data-claim data-place data-text data-chip data-document data-kind data-version data-title data-picture data-width data-type data-checked".split(
    " ",
  ),
);
const MARK_TAG: Readonly<Record<string, string>> = { bold: "strong", italic: "em", underline: "u", strike: "s" };

function cleanElement(element: HtmlElement, around: Around): readonly (Child | ListEntry)[] {
  const { name, attributes } = element;
  const style = attributes.get("style") ?? "";
  // Word keeps the marks of its lists and what it says to itself in these.
  if (
    SILENT.has(name) ||
    name === "xml" ||
    /mso-(?:list:\s*ignore|element:\s*(?:comment|footnote|para-mark))/i.test(style)
  )
    return [];
  if (["meta", "link", "base", "param", "track"].includes(name)) return [];
  if (/display:\s*none|mso-hide:\s*all/i.test(style)) return [];
  if (name === "img" && !attributes.has("data-picture")) return pictureWords(element, around);
  const isHeading = /^h[1-6]$/.test(name);
  const inside = cleaned(element.children, {
    isInLink: around.isInLink || name === "a",
    isInHeading: around.isInHeading || isHeading,
  });
  const entry = listEntry(element, inside);
  if (entry) return [entry];
  const tag = tagOf(element, style);
  const marked = wrapped(inside, element, around);
  if (tag === null) return marked;
  if (tag === "p" && isEmpty(inside)) return [];
  return [{ name: tag, attributes: keptAttributes(element), children: marked }];
}

/** The element that stands for it; null where only its words do. */
function tagOf({ name, attributes }: HtmlElement, style: string): string | null {
  const kind = attributes.get("class") ?? "";
  if (name === "p" && /\bMso(?:Title)\b/.test(kind)) return "h1";
  if (name === "p" && /\bMso(?:Intense)?Quote\b/.test(kind)) return "blockquote";
  if (name === "a" && !isSafeHref(attributes.get("href"))) return null;
  if ((name === "b" || name === "strong") && unsetMark("bold", style)) return null;
  if ((name === "i" || name === "em") && unsetMark("italic", style)) return null;
  if (["html", "body", "font", "center", "colgroup", "col", "main", "article", "nav"].includes(name)) return null;
  if (name === "span" && !attributes.has("data-chip")) return null;
  if (name === "section" && !attributes.has("data-beat")) return "div";
  // Spreadsheets and mail programs have names of their own.
  return isHtmlName(name) ? name : null;
}

/** In the marks that its style says. Links are underlined anyway, and headings bold. */
function wrapped(inside: readonly Child[], { name, attributes }: HtmlElement, around: Around): readonly Child[] {
  if (BLOCKS.has(name) && name !== "p") return inside;
  let children = inside;
  for (const mark of styledMarks(attributes.get("style") ?? "")) {
    const tag = MARK_TAG[mark];
    const isGiven =
      (mark === "underline" && (around.isInLink || name === "a")) || (mark === "bold" && around.isInHeading);
    if (tag && !isGiven && !isEmpty(children)) children = [{ name: tag, attributes: new Map(), children }];
  }
  return children;
}

function keptAttributes({ name, attributes }: HtmlElement): ReadonlyMap<string, string> {
  const kept = [...attributes].filter(([key, value]) => ATTRIBUTES.has(key) && (key !== "href" || isSafeHref(value)));
  const align = /text-align:\s*(center|right)/i.exec(attributes.get("style") ?? "")?.[1];
  const isCell = name === "td" || name === "th";
  const own = new Map(kept);
  if (!isCell) own.delete("align");
  if (isCell && align) own.set("align", align.toLowerCase());
  return own;
}

function pictureWords({ attributes }: HtmlElement, { isInLink }: Around): readonly Child[] {
  const src = attributes.get("src") ?? "";
  const alt = (attributes.get("alt") ?? "").trim();
  if (!isSafeHref(src) || isInLink) return alt === "" ? [] : [escaped(alt)];
  return [{ name: "a", attributes: new Map([["href", src]]), children: [escaped(alt || "Picture")] }];
}

function isEmpty(children: readonly Child[]): boolean {
  return children.every((child) =>
    typeof child === "string"
      ? child.replace(/&nbsp;|&#160;/g, "").trim() === ""
      : !["img", "hr", "input"].includes(child.name) && isEmpty(child.children),
  );
}

function written(children: readonly Child[]): string {
  return children.map((child) => (typeof child === "string" ? escaped(child) : writtenElement(child))).join("");
}

function writtenElement({ name, attributes, children }: HtmlElement): string {
  const told = [...attributes].map(
    ([key, value]) => ` ${key}="${value.replace(/&/g, "&amp;").replace(/"/g, "&quot;")}"`,
  );
  const start = `<${name}${told.join("")}>`;
  return ["br", "hr", "img", "input", "wbr"].includes(name) ? start : `${start}${written(children)}</${name}>`;
}

/** Text of the source has its entities already. */
function escaped(text: string): string {
  return text.replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/**
 * Whether plain text is meant as Markdown: a block that nobody writes by chance, or emphasis and links in its lines. A
 * single dash or number is how people write anyway.
 */
export function looksLikeMarkdown(text: string): boolean {
  const sample = text.slice(0, 20_000);
  const lines = sample.split("\n").slice(0, 500);
  const count = (pattern: RegExp) => lines.filter((line) => pattern.test(line)).length;
  return (
    (lines.length > 1 && count(/^#{1,6} \S/) > 0) ||
    count(/^ {0,3}(?:`{3,}|~{3,})/) > 1 ||
    count(/^ {0,3}\|?(?: *:?-{3,}:? *\|)+(?: *:?-{3,}:? *)?$/) > 0 ||
    count(/^ *[-*+] \[[ xX]\] \S/) > 0 ||
    count(/^ *(?:[-*+]|\d{1,9}[.)]) {1,4}\S/) > 1 ||
    count(/^ {0,3}> ?\S/) > 1 ||
    /\[[^[\]\n]{1,200}\]\((?:https?:\/\/|mailto:)[^()\s]{1,500}\)/.test(sample) ||
    /(?<![\w*])\*\*[^\s*][^*\n]{0,200}(?<!\s)\*\*(?![\w*])/.test(sample)
  );
}
