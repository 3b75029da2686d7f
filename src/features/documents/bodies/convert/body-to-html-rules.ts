// Prose as HTML, every word escaped. Our own nodes carry what they are in the attributes by which body-from-html-rules.ts
// reads them again.
import {
  type Body,
  type BodyMark,
  type BodyNode,
  CALLOUT_TONES,
  EMOTIONS,
  isSafeHref,
  withoutThreads,
} from "../body-rules";
import { MARK_TAGS, sortedMarks } from "./markdown-parts-rules";

/** Headings stand `shift` levels deeper. Without the anchors of threads; "" for nothing written. */
export function writeBodyHtml(body: Body, shift = 0): string {
  return blocks(withoutThreads(body)?.content, shift);
}

export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function blocks(nodes: readonly BodyNode[] = [], shift: number): string {
  return nodes.map((node) => block(node, shift)).join("\n");
}

function block(node: BodyNode, shift: number): string {
  const { type, attrs = {}, content } = node;
  switch (type) {
    case "paragraph":
      return `<p dir="auto">${inline(content)}</p>`;
    case "heading": {
      const level = Math.min(Number(attrs.level) + shift, 6);
      return `<h${level} dir="auto">${inline(content)}</h${level}>`;
    }
    case "bulletList":
      return element("ul", "", blocks(content, shift));
    case "taskList":
      return element("ul", ' class="tasks"', blocks(content, shift));
    case "orderedList":
      return element("ol", attrs.start === 1 ? "" : ` start="${Number(attrs.start)}"`, blocks(content, shift));
    case "listItem":
      return element("li", "", blocks(content, shift));
    case "taskItem":
      return element(
        "li",
        ` data-checked="${attrs.checked === true}"`,
        `<input type="checkbox" disabled${attrs.checked === true ? " checked" : ""}>${blocks(content, shift)}`,
      );
    case "blockquote":
      return element("blockquote", "", blocks(content, shift));
    case "callout": {
      const tone = attrs.tone as keyof typeof CALLOUT_TONES;
      return element(
        "aside",
        ` data-callout data-tone="${tone}" aria-label="${CALLOUT_TONES[tone]}"`,
        blocks(content, shift),
      );
    }
    case "codeBlock":
      return `<pre><code${attrs.language ? ` class="language-${escapeHtml(String(attrs.language))}"` : ""}>${inline(content)}</code></pre>`;
    case "table":
      return element("table", "", blocks(content, shift));
    case "tableRow":
      return element("tr", "", blocks(content, shift));
    case "tableHeader":
    case "tableCell":
      return cell(node, shift);
    case "image":
      return `<p><img data-picture="${escapeHtml(String(attrs.picture))}" alt="${escapeHtml(String(attrs.alt))}"></p>`;
    case "horizontalRule":
      return "<hr>";
    default:
      return ownBlock(node, shift);
  }
}

/** The blocks of the field. */
function ownBlock({ type, attrs = {}, content }: BodyNode, shift: number): string {
  switch (type) {
    case "need":
      return `<p data-need${data("id", attrs.id)} dir="auto">${inline(content)}</p>`;
    case "storyBeat": {
      const label = EMOTIONS[Number(attrs.emotion)] ?? "";
      return element(
        "section",
        ` data-beat data-emotion="${Number(attrs.emotion)}" aria-label="${label}"`,
        blocks(content, shift),
      );
    }
    case "evidenceQuote": {
      const source = String(attrs.source ?? "");
      const quote = element(
        "blockquote",
        ` data-evidence${data("excerpt", attrs.excerpt)}${data("source", source)}`,
        blocks(content, shift),
      );
      return source === "" ? quote : `${quote}\n<p class="source">— ${escapeHtml(source)}</p>`;
    }
    case "claimEmbed": {
      const names = ["document", "kind", "version", "title", "place", "text"];
      const told = names.map((name) => data(name, attrs[name])).join("");
      return `<figure data-claim${told}><p dir="auto">${escapeHtml(String(attrs.text))}</p><figcaption>${escapeHtml(String(attrs.title))}</figcaption></figure>`;
    }
    default:
      throw new Error(`there is no HTML for ${type}`);
  }
}

function cell({ type, attrs = {}, content }: BodyNode, shift: number): string {
  const told = [
    ...(Number(attrs.colspan) > 1 ? [` colspan="${Number(attrs.colspan)}"`] : []),
    ...(Number(attrs.rowspan) > 1 ? [` rowspan="${Number(attrs.rowspan)}"`] : []),
    ...(typeof attrs.align === "string" ? [` align="${escapeHtml(attrs.align)}"`] : []),
  ];
  return element(type === "tableHeader" ? "th" : "td", told.join(""), blocks(content, shift));
}

function element(name: string, attributes: string, inside: string): string {
  return `<${name}${attributes}>${inside}</${name}>`;
}

function data(name: string, value: unknown): string {
  return value === null || value === undefined ? "" : ` data-${name}="${escapeHtml(String(value))}"`;
}

function inline(nodes: readonly BodyNode[] = []): string {
  return nodes.map((node) => marked(sortedMarks(node.marks ?? []), inlineNode(node))).join("");
}

function inlineNode({ type, text, attrs = {} }: BodyNode): string {
  if (type === "hardBreak") return "<br>";
  if (type !== "documentChip") return escapeHtml(text ?? "");
  const told = ["document", "kind", "version", "title"].map((name) => data(name, attrs[name])).join("");
  return `<span data-chip${told}>${escapeHtml(String(attrs.title))}</span>`;
}

function marked(marks: readonly BodyMark[], inside: string): string {
  return marks.reduceRight((text, { type, attrs }) => {
    const tag = MARK_TAGS[type];
    if (tag) return `<${tag}>${text}</${tag}>`;
    return isSafeHref(attrs?.href)
      ? `<a href="${escapeHtml(String(attrs?.href))}" rel="noopener noreferrer">${text}</a>`
      : text;
  }, inside);
}
