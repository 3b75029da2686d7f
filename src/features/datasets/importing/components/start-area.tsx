"use client";
import type { Ref } from "react";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { countedText } from "../../value-words-rules";
import type { DetectedFile } from "../import-plan-rules";
import type { PlanBlock } from "../plan-edit-rules";

interface StartAreaProps {
  readonly detected: DetectedFile;
  readonly hints: readonly string[];
  readonly problems: readonly PlanBlock[];
  /** Somebody wanted to start. */
  readonly isTried: boolean;
  readonly pending: boolean;
  readonly error: unknown;
  /** What is missing, for the focus. */
  readonly ref: Ref<HTMLDivElement>;
}

/** What goes better with more, what is missing, and the way on. */
export function StartArea({ detected, hints, problems, isTried, pending, error, ref }: StartAreaProps) {
  const rows = countedText(detected.rows, "row");
  return (
    <div className="contents">
      {hints.length > 0 && (
        <div className="grid gap-3">
          {hints.map((hint) => (
            <Notice key={hint} tone="due">
              {hint}
            </Notice>
          ))}
        </div>
      )}
      {/* In view above the line with the button, which covers the end of the window. */}
      <div ref={ref} tabIndex={-1} className="scroll-mb-20 outline-none empty:hidden">
        {isTried && problems.length > 0 && (
          <Notice
            tone="error"
            title={problems.length === 1 ? "One thing is missing" : `${problems.length} things are missing`}
          >
            <ul className="grid grid-cols-1 gap-1">
              {problems.map(({ column, text }) => (
                <li key={text}>
                  {text}
                  {column !== null && (
                    <>
                      {" "}
                      <button type="button" className="underline" onClick={() => goToColumn(column)}>
                        Go there
                      </button>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
      {error !== null && (
        <Notice tone="error" title="The import didn’t start">
          {refusal(error).message}
        </Notice>
      )}
      <div className="sticky bottom-0 -mx-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-t bg-paper px-4 py-3 sm:-mx-8 sm:px-8">
        <Button type="submit" variant="primary" size="l" pending={pending} pendingLabel="Starting…">
          {detected.isRowsExact ? `Import ${rows}` : `Import about ${rows}`}
        </Button>
        <span className="text-small text-ink-3 max-sm:hidden">You may leave the page while it runs.</span>
      </div>
    </div>
  );
}

/** To the head of the column, in the table or, on a phone, in the list: whichever is drawn. */
function goToColumn(name: string): void {
  const heads = document.querySelectorAll<HTMLElement>("button[data-column]");
  const head = [...heads].find(({ dataset, offsetParent }) => dataset.column === name && offsetParent !== null);
  head?.scrollIntoView({ block: "center", inline: "center" });
  head?.focus();
  head?.click();
}
