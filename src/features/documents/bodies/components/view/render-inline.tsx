import { Fragment, type ReactNode } from "react";
import { type BodyMark, type BodyNode, isSafeHref } from "../../body-rules";
import { idOf, textOf } from "./attributes";
import { BodyChip } from "./body-chip";
import { pinnedOf } from "./pinned-document";

/** More marks than there are can only be comments; the rest of them is not drawn. */
const MOST_MARKS = 24;

/** Words with their marks; neighbours that share one stand in one element, so that a link is one link. */
export function renderInline(nodes: readonly BodyNode[] = [], level = 0): ReactNode {
  const parts: ReactNode[] = [];
  for (let start = 0; start < nodes.length; ) {
    const mark = markAt(nodes[start], level);
    let end = start + 1;
    while (mark && end < nodes.length && isSame(mark, markAt(nodes[end], level))) end += 1;
    const inner = mark ? renderInline(nodes.slice(start, end), level + 1) : renderLeaf(nodes[start]);
    parts.push(<Fragment key={start}>{mark ? renderMark(mark, inner) : inner}</Fragment>);
    start = end;
  }
  return parts;
}

function markAt(node: BodyNode | undefined, level: number): BodyMark | undefined {
  return level < MOST_MARKS ? node?.marks?.[level] : undefined;
}

function isSame(one: BodyMark, other: BodyMark | undefined): boolean {
  return one.type === other?.type && JSON.stringify(one.attrs ?? {}) === JSON.stringify(other.attrs ?? {});
}

function renderLeaf(node: BodyNode | undefined): ReactNode {
  if (!node) return null;
  if (node.type === "hardBreak") return <br />;
  if (node.type === "documentChip") return <BodyChip pinned={pinnedOf(node)} />;
  return node.type === "text" && typeof node.text === "string" ? node.text : null;
}

function renderMark(mark: BodyMark, inner: ReactNode): ReactNode {
  switch (mark.type) {
    case "bold":
      return <strong>{inner}</strong>;
    case "italic":
      return <em>{inner}</em>;
    case "underline":
      return <u>{inner}</u>;
    case "strike":
      return <s>{inner}</s>;
    case "code":
      return <code>{inner}</code>;
    case "highlight":
      return <mark>{inner}</mark>;
    case "link": {
      const href = textOf(mark, "href");
      return isSafeHref(href) ? (
        <a href={href} rel="noopener noreferrer nofollow" target="_blank">
          {inner}
        </a>
      ) : (
        inner
      );
    }
    case "comment": {
      const thread = idOf(mark, "thread");
      return thread ? <span data-thread={thread}>{inner}</span> : inner;
    }
    default:
      return inner;
  }
}
