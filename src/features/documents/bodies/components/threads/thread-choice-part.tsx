"use client";
import { SheetPart } from "@/ui/sheet-part";
import type { TextThread } from "../../../threads/text-thread-contract";
import { shortQuote } from "../../../threads/text-thread-rules";

export interface ThreadChoiceProps {
  readonly threads: readonly TextThread[];
  readonly anchor: HTMLElement | null;
  readonly onChoose: (threadId: string) => void;
  readonly onClose: () => void;
}

/** The threads whose words lie over each other where somebody pressed. */
export function ThreadChoicePart({ threads, anchor, onChoose, onClose }: ThreadChoiceProps) {
  return (
    <SheetPart label="Threads on these words" anchor={anchor} open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <h2 className="border-b px-4 py-2 font-semibold">{threads.length} threads on these words</h2>
      <ul className="divide-y overflow-y-auto">
        {threads.map(({ threadId, by, quote }) => (
          <li key={threadId}>
            <button
              type="button"
              onClick={() => onChoose(threadId)}
              className="block w-full px-4 py-2.5 text-start hover:bg-sunk focus-visible:outline-offset-[-2px]"
            >
              <b className="font-semibold">
                <bdi>{by}</bdi>
              </b>
              <q dir="auto" className="line-clamp-2 font-display text-ink-2 italic">
                {shortQuote(quote)}
              </q>
            </button>
          </li>
        ))}
      </ul>
    </SheetPart>
  );
}
