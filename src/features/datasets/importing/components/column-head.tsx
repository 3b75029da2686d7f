"use client";
import clsx from "clsx";
import { ChevronDown, EyeOff } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { Pill } from "@/ui/pill";
import { usePart } from "@/ui/use-part";
import { readingWords } from "../column-words-rules";
import type { ColumnPanelProps } from "./column-panel-part";

const loadPart = () => import("./column-panel-part").then((part) => part.ColumnPanelPart);

export interface ColumnHeadProps extends Omit<ColumnPanelProps, "anchor" | "open" | "onOpenChange"> {
  /** In a row of heads that the arrow keys walk through; the one that Tab reaches has 0. */
  readonly tabIndex?: number | undefined;
  readonly onKeyDown?: ((event: KeyboardEvent<HTMLButtonElement>) => void) | undefined;
  readonly className?: string | undefined;
}

/** The name of a column with what it becomes; opens all that can be said about it. */
export function ColumnHead({ tabIndex, onKeyDown, className, ...props }: ColumnHeadProps) {
  const { column, reading, isOrderOpen } = props;
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const Part = usePart(loadPart, isOpen, () => setOpen(false));
  const isOut = reading.role === "drop";
  return (
    <>
      <button
        ref={anchor}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        tabIndex={tabIndex}
        data-column={column.name}
        onKeyDown={onKeyDown}
        onClick={() => setOpen(true)}
        className={clsx(
          "group grid w-full min-w-0 content-start gap-0.5 text-start -outline-offset-2 hover:bg-sunk aria-expanded:bg-sunk",
          className,
        )}
      >
        <span className="flex min-w-0 items-center justify-between gap-2">
          <bdi className={clsx("truncate font-strong", isOut && "text-ink-3 line-through")} title={column.name}>
            {column.name}
          </bdi>
          <ChevronDown aria-hidden="true" className="size-3.5 shrink-0 text-ink-3 group-hover:text-ink" />
        </span>
        {isOrderOpen ? (
          <Pill tone="due" className="justify-self-start">
            Day or month first?
          </Pill>
        ) : (
          <span
            className={clsx(
              "flex min-w-0 items-center gap-1.5 text-small",
              reading.role === "trait" || isOut ? "text-ink-3" : "font-strong text-info",
            )}
          >
            {reading.isPersonal && !isOut && (
              <>
                <EyeOff aria-hidden="true" className="size-3 shrink-0" />
                <span className="sr-only">Personal, </span>
              </>
            )}
            <span className="truncate">{isOut ? "Left out" : readingWords(reading)}</span>
          </span>
        )}
      </button>
      {Part && <Part {...props} anchor={anchor} open={isOpen} onOpenChange={setOpen} />}
    </>
  );
}
