import clsx from "clsx";
import { Square, SquareCheck } from "lucide-react";
import type { ReactNode } from "react";
import { EMOTIONS } from "../../bodies/body-rules";
import { BodyPicture } from "../../bodies/components/view/body-picture";
import { blockAttributes, blockName } from "../body-attribute-rules";
import { type BlockChange, type BlockPart, isFold } from "../body-change-rules";
import { blocksOf } from "../body-fold-rules";
import { BodyPieces } from "./body-pieces";
import { ComparedText, type ShownSide } from "./comparison-text";

interface BlocksProps {
  readonly parts: readonly BlockPart[];
  readonly shown: ShownSide;
  /** What the blocks are, for "3 rows unchanged". */
  readonly of?: "paragraph" | "item" | "row" | undefined;
}

/** Blocks inside of another one. */
function Blocks({ parts, shown, of = "paragraph" }: BlocksProps) {
  const list = shown === "both" ? parts : blocksOf(shown, parts);
  return list.map((part, index) => {
    const key = index;
    return isFold(part) ? (
      <Folded key={key} count={part.count} of={of} />
    ) : (
      <Inner key={key} block={part} shown={shown} />
    );
  });
}

/** Unchanged blocks that are not told. */
export function Folded({ count, of }: { readonly count: number; readonly of: "paragraph" | "item" | "row" }) {
  const words = `${count} ${of}${count === 1 ? "" : "s"} unchanged`;
  const look = "py-1 text-small text-ink-3";
  if (of === "item") return <li className={clsx(look, "list-none")}>{words}</li>;
  if (of !== "row") return <p className={look}>{words}</p>;
  return (
    <tr>
      <td colSpan={100} className={look}>
        {words}
      </td>
    </tr>
  );
}

/** A block within a block: what happened to it is said where it stands, since no row of its own does. */
function Inner({ block, shown }: { readonly block: BlockChange; readonly shown: ShownSide }) {
  const { change, type } = block;
  if (type === "tableRow") {
    return (
      <tr className={clsx(SIGNED[change] && "bg-sunk")}>
        <Blocks parts={signed(block)} shown={shown} />
      </tr>
    );
  }
  const body = (
    <Signed change={change}>
      <BodyBlock block={block} shown={shown} />
    </Signed>
  );
  if (type === "listItem" || type === "taskItem")
    return <li className={clsx(type === "taskItem" && "list-none")}>{body}</li>;
  if (type === "tableHeader")
    return (
      <th scope="col" className={CELL}>
        {body}
      </th>
    );
  return type === "tableCell" ? <td className={CELL}>{body}</td> : body;
}

const CELL = "min-w-20 border px-2.5 py-1.5 text-start align-top";
const SIGNED: Partial<Record<BlockChange["change"], true>> = { added: true, removed: true };

/** A row that is new or gone says so in its first cell. */
function signed({ change, blocks = [] }: BlockChange): readonly BlockPart[] {
  return SIGNED[change] ? blocks.map((cell) => (isFold(cell) ? cell : { ...cell, change })) : blocks;
}

/** What is new or gone as a whole, with a line at its side; the word is for those who don't see it. */
function Signed({ change, children }: { readonly change: BlockChange["change"]; readonly children: ReactNode }) {
  if (change !== "added" && change !== "removed") return children;
  const Mark = change === "removed" ? "del" : "ins";
  return (
    <Mark className={clsx(WHOLE, change === "removed" ? "border-stale" : "border-fresh text-ink")}>
      <span className="sr-only">{change === "removed" ? "Removed" : "Added"}: </span>
      {children}
    </Mark>
  );
}

export const WHOLE = "block min-w-0 rounded-none border-s-2 bg-transparent ps-2.5";

/** A block as one of the sides has it, or as both, with what is said about it where that changed. */
export function BodyBlock({ block, shown }: { readonly block: BlockChange; readonly shown: ShownSide }) {
  const changed = shown === "before" ? [] : blockAttributes(block);
  return (
    <>
      <Face block={block} shown={shown} />
      {block.way && shown !== "before" && <p className="text-small text-ink-3">Moved {block.way}</p>}
      {changed.length > 0 && (
        <dl className="grid gap-0.5 text-small">
          {changed.map(({ label, before, after }) => (
            <div key={label} className="flex min-w-0 flex-wrap gap-x-2">
              <dt className="text-ink-3">{label}</dt>
              <dd className="flex min-w-0 flex-wrap gap-x-2">
                {before && <ComparedText sides={{ before, after: "" }} shown="both" />}
                {before && after && (
                  <span aria-hidden="true" className="text-ink-3 rtl:-scale-x-100">
                    →
                  </span>
                )}
                {after && <ComparedText sides={{ before: "", after }} shown="both" />}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

function Face({ block, shown }: { readonly block: BlockChange; readonly shown: ShownSide }) {
  const { pieces, blocks = [], was } = block;
  const { type, attrs = {} } = shown === "before" && was ? was : block;
  if (pieces) {
    const text = <BodyPieces pieces={pieces} shown={shown} />;
    if (type === "codeBlock")
      return (
        <pre className="rounded-s bg-sunk px-3 py-2 font-mono text-small whitespace-pre-wrap wrap-anywhere">{text}</pre>
      );
    const look = type === "heading" && "font-semibold";
    return (
      <p dir="auto" className={clsx("min-h-6 min-w-0 whitespace-pre-line wrap-anywhere", look)}>
        {type === "heading" && <span className="sr-only">{blockName(type, attrs)}: </span>}
        {type === "need" && <span className="text-small text-ink-3">Need: </span>}
        {text}
      </p>
    );
  }
  switch (type) {
    case "bulletList":
    case "taskList":
      return (
        <ul className="list-disc space-y-1 ps-5">
          <Blocks parts={blocks} shown={shown} of="item" />
        </ul>
      );
    case "orderedList":
      return (
        <ol start={Number(attrs.start ?? 1)} className="list-decimal space-y-1 ps-6">
          <Blocks parts={blocks} shown={shown} of="item" />
        </ol>
      );
    case "table":
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls.
        <section aria-label="Table" tabIndex={0} className="overflow-x-auto">
          <table className="border-collapse">
            <tbody>
              <Blocks parts={blocks} shown={shown} of="row" />
            </tbody>
          </table>
        </section>
      );
    case "image":
      return <Pictures block={block} shown={shown} />;
    case "taskItem":
      return (
        <div className="-ms-5 flex min-w-0 items-start gap-2">
          <Ticked isDone={attrs.checked === true} />
          <div className="grid min-w-0 gap-2">
            <Blocks parts={blocks} shown={shown} />
          </div>
        </div>
      );
    case "horizontalRule":
      return <hr className="my-2" />;
    case "claimEmbed":
      return (
        <p dir="auto" className="rounded-s border px-2.5 py-1.5 wrap-anywhere">
          {String(attrs.text ?? "")}
        </p>
      );
    default:
      return (
        <div className={clsx("grid min-w-0 gap-2", FRAMES[type])}>
          {type === "storyBeat" && <p className="text-small text-ink-3">{EMOTIONS[Number(attrs.emotion ?? 0)]}</p>}
          <Blocks parts={blocks} shown={shown} />
          {typeof attrs.source === "string" && <p className="text-small text-ink-3">{attrs.source}</p>}
        </div>
      );
  }
}

function Ticked({ isDone }: { readonly isDone: boolean }) {
  const Box = isDone ? SquareCheck : Square;
  return (
    <>
      <Box aria-hidden="true" className="mt-1 size-4 shrink-0 text-ink-3" />
      <span className="sr-only">{isDone ? "Done: " : "Open: "}</span>
    </>
  );
}

const FRAMES: Readonly<Record<string, string>> = {
  blockquote: "border-s-2 ps-3",
  evidenceQuote: "border-s-2 ps-3",
  callout: "rounded-s bg-sunk px-3 py-2",
  storyBeat: "rounded-s border px-3 py-2",
};

function Pictures({ block: { attrs = {}, was }, shown }: { readonly block: BlockChange; readonly shown: ShownSide }) {
  const old = was?.attrs.picture;
  const picture = (id: unknown, words: string) => (
    <div className="max-w-60">
      <BodyPicture id={String(id)} alt={words} width={null} />
    </div>
  );
  if (shown === "before" && was) return picture(old, String(was.attrs.alt ?? ""));
  return (
    <div className="flex flex-wrap items-center gap-3">
      {shown === "both" && old !== undefined && old !== attrs.picture && picture(old, "Before")}
      {picture(attrs.picture, old !== undefined && old !== attrs.picture ? "After" : String(attrs.alt ?? ""))}
    </div>
  );
}
