"use client";
import type { Ref } from "react";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { countedText } from "../../value-words-rules";
import type { DetectedFile } from "../import-plan-rules";

interface StartAreaProps {
  readonly detected: DetectedFile;
  readonly hints: readonly string[];
  readonly problems: readonly string[];
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
    <div className="grid grid-cols-1 gap-3 border-t pt-6">
      {hints.map((hint) => (
        <Notice key={hint} tone="due">
          {hint}
        </Notice>
      ))}
      <div ref={ref} tabIndex={-1} className="outline-none empty:hidden">
        {isTried && problems.length > 0 && (
          <Notice
            tone="error"
            title={problems.length === 1 ? "One thing is missing" : `${problems.length} things are missing`}
          >
            <ul className="grid grid-cols-1 gap-1">
              {problems.map((text) => (
                <li key={text}>{text}</li>
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
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" variant="primary" size="l" pending={pending} pendingLabel="Starting…">
          {detected.isRowsExact ? `Import ${rows}` : `Import about ${rows}`}
        </Button>
        <span className="text-small text-ink-3">You may leave the page while it runs.</span>
      </div>
    </div>
  );
}
