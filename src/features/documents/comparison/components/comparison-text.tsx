import clsx from "clsx";
import { useMemo } from "react";
import type { Sides } from "../comparison-rules";
import { segmentsOf } from "../comparison-segment-rules";

/** Marks that read without colour: a line through or below the words, and words for those who listen. */
export const MARKS = {
  removed: "decoration-from-font before:sr-only before:content-['removed:_'] after:sr-only after:content-[',_']",
  added:
    "underline decoration-1 underline-offset-[3px] before:sr-only before:content-['added:_'] after:sr-only after:content-[',_']",
} as const;

export type ShownSide = "before" | "after" | "both";

interface ComparedTextProps {
  readonly sides: Pick<Sides, "before" | "after" | "words">;
  /** Both in one line of text, or one of them with what only it says marked. */
  readonly shown: ShownSide;
  readonly className?: string | undefined;
}

/** A text with the words that differ marked. */
export function ComparedText({ sides, shown, className }: ComparedTextProps) {
  const segments = useMemo(() => segmentsOf(sides), [sides]);
  const hidden = { before: "added", after: "removed", both: undefined }[shown];
  return (
    <p dir="auto" className={clsx("min-w-0 whitespace-pre-line wrap-anywhere", className)}>
      {segments.map(({ sign, text }, index) => {
        if (sign === hidden) return null;
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text have no other name.
        if (sign === "same") return <span key={index}>{text}</span>;
        const Mark = sign === "removed" ? "del" : "ins";
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <Mark key={index} className={MARKS[sign]}>
            {text}
          </Mark>
        );
      })}
    </p>
  );
}

/** A text that is new or gone as a whole. Its line at the side and the word beside it say so; underlined it would be hard to read. */
export function WholeText({
  sign,
  text,
  className,
}: {
  readonly sign: "added" | "removed";
  readonly text: string;
  readonly className?: string | undefined;
}) {
  const Mark = sign === "removed" ? "del" : "ins";
  return (
    <Mark
      dir="auto"
      className={clsx(
        "block min-w-0 rounded-none border-s-2 bg-transparent ps-2.5 whitespace-pre-line wrap-anywhere",
        sign === "removed" ? "border-stale" : "border-fresh text-ink",
        className,
      )}
    >
      {text}
    </Mark>
  );
}
