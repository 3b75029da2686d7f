import type { ReactNode } from "react";
import { Button } from "@/ui/button";
import { type BlockChange, type BodyDiff, type Fold as FoldPart, isFold } from "../body-change-rules";
import type { ComparisonLayout } from "../comparison-address-rules";
import { BodyBlock, Folded, WHOLE } from "./body-block";
import type { SideNames } from "./comparison-change";
import type { ShownSide } from "./comparison-text";

interface BodyChangesProps {
  readonly diff: BodyDiff;
  readonly view: ComparisonLayout;
  readonly names: SideNames;
  /** Shows what is folded as well, where that can be asked for. */
  readonly onWhole?: (() => void) | undefined;
  /** Around each block that is told: where it can be jumped to, and what happened to it. */
  readonly row: (change: BlockChange, key: number, content: ReactNode) => ReactNode;
}

/** What differs in prose, block by block. */
export function BodyChanges({ diff, view, names, onWhole, row }: BodyChangesProps) {
  return (
    <>
      {diff.isRough && (
        <p className="mb-2 text-small text-ink-3">
          So much differs here that some of it is shown old and new as a whole, though parts of it may be alike.
        </p>
      )}
      {diff.blocks.map((part, index) =>
        isFold(part) ? (
          <Fold key={foldKey(index)} part={part} onWhole={onWhole} />
        ) : (
          row(part, index, <BlockRow block={part} view={view} names={names} />)
        ),
      )}
    </>
  );
}

const foldKey = (index: number) => `fold ${index}`;

function Fold({ part, onWhole }: { readonly part: FoldPart; readonly onWhole: (() => void) | undefined }) {
  return (
    <div className="my-1 flex items-center justify-center gap-3 border-y border-dashed">
      <Folded count={part.count} of="paragraph" />
      {onWhole && (
        <Button size="s" variant="ghost" onClick={onWhole}>
          Show<span className="sr-only"> what is unchanged</span>
        </Button>
      )}
    </div>
  );
}

function BlockRow({ block, view, names }: { readonly block: BlockChange } & Pick<BodyChangesProps, "view" | "names">) {
  if (view === "unified" || block.change === "same") return <OneBlock block={block} shown="both" />;
  return (
    <div className="grid gap-x-8 gap-y-2 sm:grid-cols-2">
      {(["before", "after"] as const).map((side) => {
        const isThere = block.change !== (side === "before" ? "added" : "removed");
        return (
          <div key={side} className={isThere ? "min-w-0" : "hidden min-w-0 sm:block"}>
            <p className="text-label text-ink-3 sm:sr-only">{names[side]}</p>
            {isThere ? (
              <OneBlock block={block} shown={side} />
            ) : (
              <p className="text-ink-3">{side === "before" ? "Not there yet" : "No longer there"}</p>
            )}
          </div>
        );
      })}
    </div>
  );
}

function OneBlock({ block, shown }: { readonly block: BlockChange; readonly shown: ShownSide }) {
  const content = <BodyBlock block={block} shown={shown} />;
  if (block.change === "removed") return <del className={`${WHOLE} border-stale`}>{content}</del>;
  if (block.change === "added") return <ins className={`${WHOLE} border-fresh text-ink`}>{content}</ins>;
  return block.change === "same" ? <div className="text-ink-3">{content}</div> : content;
}
