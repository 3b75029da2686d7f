import { Fragment, type ReactNode } from "react";
import { type BodyNode, bodyText, CALLOUT_TONES, MAX_BODY_DEPTH } from "../../body-rules";
import type { BodyHeading } from "../../heading-rules";
import { idOf, textOf, wholeOf } from "./attributes";
import { BeatFeeling } from "./beat-feeling";
import { BodyPicture } from "./body-picture";
import { ClaimView } from "./claim-view";
import { pinnedOf } from "./pinned-document";
import { renderInline } from "./render-inline";
import { renderTable } from "./render-table";

export interface BlocksAround {
  readonly depth: number;
  readonly headings: ReadonlyMap<BodyNode, BodyHeading>;
  readonly headingLevel: number;
}

/** Blocks as elements, as deep as a body may be nested and no deeper. The markup is that of the editor's schema. */
export function renderBlocks(nodes: readonly BodyNode[] | undefined, around: BlocksAround): ReactNode {
  if (around.depth > MAX_BODY_DEPTH) return null;
  // biome-ignore lint/suspicious/noArrayIndexKey: a block has no name but its place, and is read whole.
  return nodes?.map((node, index) => <Fragment key={index}>{renderBlock(node, around)}</Fragment>);
}

function renderBlock(node: BodyNode, around: BlocksAround): ReactNode {
  const inner = { ...around, depth: around.depth + 1 };
  const blocks = () => renderBlocks(node.content, inner);
  switch (node.type) {
    case "paragraph":
      // A line that was left empty keeps its height, as it does in the editor.
      return <p dir="auto">{node.content?.length ? renderInline(node.content) : <br />}</p>;
    case "heading":
      return <Heading node={node} around={around} />;
    case "bulletList":
      return <ul dir="auto">{blocks()}</ul>;
    case "orderedList":
      return (
        <ol dir="auto" start={wholeOf(node, "start", 0, 1_000_000) ?? 1}>
          {blocks()}
        </ol>
      );
    case "listItem":
      return <li>{blocks()}</li>;
    case "taskList":
      return (
        <ul dir="auto" data-type="taskList">
          {blocks()}
        </ul>
      );
    case "taskItem":
      return <TaskItem node={node}>{blocks()}</TaskItem>;
    case "blockquote":
      return <blockquote dir="auto">{blocks()}</blockquote>;
    case "callout": {
      const tone = textOf(node, "tone");
      return (
        <aside dir="auto" data-callout="" data-tone={Object.hasOwn(CALLOUT_TONES, tone) ? tone : "note"}>
          {blocks()}
        </aside>
      );
    }
    case "codeBlock":
      return (
        <pre>
          <code>{renderInline(node.content)}</code>
        </pre>
      );
    case "table":
      return renderTable(node, (cell) => renderBlocks(cell.content, { ...inner, depth: inner.depth + 2 }));
    case "image":
      return <Picture node={node} />;
    case "horizontalRule":
      return <hr />;
    case "claimEmbed":
      return <ClaimView pinned={pinnedOf(node)} place={textOf(node, "place")} text={textOf(node, "text")} />;
    case "storyBeat": {
      const emotion = wholeOf(node, "emotion", -2, 2) ?? 0;
      return (
        <section dir="auto" data-beat="" data-emotion={emotion}>
          <BeatFeeling emotion={emotion} />
          {blocks()}
        </section>
      );
    }
    case "evidenceQuote":
      return (
        <figure dir="auto" data-evidence="">
          <blockquote>{blocks()}</blockquote>
          {textOf(node, "source") && <figcaption>{textOf(node, "source")}</figcaption>}
        </figure>
      );
    case "need": {
      const id = idOf(node, "id");
      return (
        <p dir="auto" data-need="" {...(id && { id: `need-${id}`, "data-id": id })}>
          {node.content?.length ? renderInline(node.content) : <br />}
        </p>
      );
    }
    default:
      return null;
  }
}

function Heading({ node, around }: { readonly node: BodyNode; readonly around: BlocksAround }) {
  const heading = around.headings.get(node);
  if (!heading) return null;
  const Tag = `h${Math.min(6, around.headingLevel + heading.depth)}` as "h3";
  return (
    <Tag dir="auto" id={heading.id} data-level={heading.level}>
      {renderInline(node.content)}
    </Tag>
  );
}

function TaskItem({ node, children }: { readonly node: BodyNode; readonly children: ReactNode }) {
  const isDone = node.attrs?.checked === true;
  return (
    <li data-checked={isDone}>
      <label>
        <input type="checkbox" checked={isDone} disabled aria-label={bodyText(node).slice(0, 200)} />
      </label>
      <div>{children}</div>
    </li>
  );
}

function Picture({ node }: { readonly node: BodyNode }) {
  const id = idOf(node, "picture");
  return id && <BodyPicture id={id} alt={textOf(node, "alt")} width={wholeOf(node, "width", 10, 100)} />;
}
