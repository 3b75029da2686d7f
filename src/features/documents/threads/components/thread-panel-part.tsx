"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { MessageSquarePlus } from "lucide-react";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { SkeletonRows } from "@/ui/skeleton";
import { type Body, bodyText } from "../../bodies/body-rules";
import { findWords } from "../../bodies/quote-rules";
import { type DocumentContent, valueAt } from "../../field-rules";
import type { ThreadHead } from "../thread-contract";
import { findMark, showPlace, showThreadWords } from "./thread-place";
import { ThreadRow } from "./thread-row";
import { useThreads } from "./threads-context";
import { useTextOrder } from "./use-text-order";

/** All open threads with their places, the resolved ones folded, and the way to begin one about the whole document. */
export function ThreadPanelPart({ content }: { readonly content: DocumentContent }) {
  const threads = useThreads();
  const [isUnfolded, setUnfolded] = useState(false);
  if (!threads) return null;
  return (
    <section aria-label="Threads">
      <Button
        size="s"
        icon={<MessageSquarePlus aria-hidden="true" className="size-4" />}
        onClick={({ currentTarget }) => threads.show({ place: null, label: null, anchor: currentTarget })}
      >
        Comment on the whole
      </Button>
      {threads.open === 0 ? (
        <p className="pt-4 text-ink-2">
          Nothing is open. Point at a field or claim and press its speech bubble to say something about it.
        </p>
      ) : (
        <ThreadPages content={content} isResolved={false} />
      )}
      {threads.resolved > 0 && (
        <div className="mt-3 border-t pt-2">
          <Button
            size="s"
            variant="ghost"
            className="-ms-2"
            aria-expanded={isUnfolded}
            onClick={() => setUnfolded(!isUnfolded)}
          >
            {isUnfolded ? "Hide" : "Show"} {threads.resolved} resolved
          </Button>
          {isUnfolded && <ThreadPages content={content} isResolved />}
        </div>
      )}
    </section>
  );
}

interface ThreadPagesProps {
  readonly content: DocumentContent;
  readonly isResolved: boolean;
}

function ThreadPages({ content, isResolved }: ThreadPagesProps) {
  const { id: workspaceId } = useWorkspace();
  const threads = useThreads();
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.threads.list.infiniteQueryOptions(
      { workspaceId, documentId: threads?.documentId ?? "", isResolved },
      { getNextPageParam: ({ nextCursor }) => nextCursor, staleTime: 0 },
    ),
  );
  const items = useTextOrder(list.data?.pages);
  if (list.isPending) return <SkeletonRows label="Loading threads…" rows={2} />;

  const open = (thread: ThreadHead, row: HTMLButtonElement) => {
    const { id: threadId, place, label } = thread;
    const words = thread.isOnWords ? showThreadWords(threadId) : null;
    if (words) return threads?.show({ place, label, threadId, anchor: words });
    const isShown = place !== null && showPlace(place);
    threads?.show({ place, label, threadId, anchor: isShown ? findMark(place) : row });
  };
  const isGone = ({ place, quote, version, isOnWords, isOrphaned }: ThreadHead) => {
    if (place === null || (isOnWords && version !== null && version === threads?.version)) return false;
    const value = valueAt(content, place.split("."));
    if (!isOnWords) return value === undefined;
    return threads?.version === null ? isOrphaned : findWords(bodyText(value as Body), quote).length === 0;
  };
  return (
    <>
      <ul className="-mx-4 mt-2 divide-y">
        {items.map((thread) => (
          <ThreadRow
            key={thread.id}
            thread={thread}
            isPlaceShown
            isGone={isGone(thread)}
            onOpen={(row) => open(thread, row)}
          />
        ))}
      </ul>
      {list.error && (
        <Notice tone="error" action={<Button onClick={() => void list.refetch()}>Try again</Button>}>
          {refusal(list.error).message}
        </Notice>
      )}
      {list.hasNextPage && (
        <Button size="s" pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show more
        </Button>
      )}
    </>
  );
}
