"use client";
import { Avatar } from "@/ui/avatar";
import { Time } from "@/ui/time";
import { shortQuote } from "../text-thread-rules";
import type { ThreadComment, ThreadHead } from "../thread-contract";
import { commentText } from "../thread-rules";

interface ThreadRowProps {
  readonly thread: ThreadHead;
  /** Where it is said what it is about. */
  readonly isPlaceShown: boolean;
  /** The place is no longer in what is read. */
  readonly isGone?: boolean | undefined;
  readonly onOpen: (button: HTMLButtonElement) => void;
}

/** A thread among others: where, what was said first, and by how many words since. */
export function ThreadRow({ thread, isPlaceShown, isGone = false, onOpen }: ThreadRowProps) {
  const { label, quote, opening, commentCount, version } = thread;
  return (
    <li>
      <button
        type="button"
        onClick={({ currentTarget }) => onOpen(currentTarget)}
        className="block w-full rounded-s px-4 py-3 text-start hover:bg-sunk focus-visible:outline-offset-[-2px]"
      >
        {isPlaceShown && (
          <span className="mb-1 block text-small text-ink-3">
            {label ?? "The document"}
            {quote && (
              <q dir="auto" className="line-clamp-2 font-display text-ink-2 italic">
                {shortQuote(quote)}
              </q>
            )}
            {isGone && (
              <span className="block text-due">
                {thread.isOrphaned ? "The words were removed" : "This is no longer there"}
              </span>
            )}
          </span>
        )}
        <span className="flex items-center gap-2">
          <Avatar name={opening.author.name} size={22} isDecoration />
          <span className="min-w-0 truncate font-semibold">
            <bdi>{opening.author.name}</bdi>
          </span>
          <span className="ms-auto shrink-0 text-small text-ink-3">
            <Time at={thread.changedAt} />
          </span>
        </span>
        <span dir="auto" className="mt-1 line-clamp-3 wrap-anywhere text-ink-2">
          {openingText(opening)}
        </span>
        <span className="mt-1 block text-small text-ink-3">
          {commentCount > 1 && `${commentCount - 1} ${commentCount === 2 ? "reply" : "replies"} · `}
          {version === null ? "on the draft" : `on v${version}`}
        </span>
      </button>
    </li>
  );
}

function openingText({ isDeleted, body, proposal }: ThreadComment): string {
  if (isDeleted) return "This comment was deleted.";
  if (body !== "" || !proposal) return commentText(body);
  return proposal.text === "" ? "Proposes to remove these words." : `Proposes: ${shortQuote(proposal.text)}`;
}
