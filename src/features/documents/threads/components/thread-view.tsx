"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Check, Link2, RotateCcw, X } from "lucide-react";
import { type ReactNode, useEffect, useEffectEvent } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button, IconButton } from "@/ui/button";
import { LiveRegion } from "@/ui/live-region";
import { Notice } from "@/ui/notice";
import { SkeletonRows } from "@/ui/skeleton";
import { Time } from "@/ui/time";
import { toast } from "@/ui/toast";
import { shortQuote } from "../text-thread-rules";
import { replyBlock, resolveBlock } from "../thread-rules";
import { ThreadCommentItem } from "./thread-comment";
import { ThreadComposer } from "./thread-composer";
import { useThreadsRefresh } from "./use-threads-refresh";

interface ThreadViewProps {
  readonly documentId: string;
  readonly threadId: string;
  /** Before the title: a way back. */
  readonly start?: ReactNode;
  readonly onClose: () => void;
}

/** One thread as one reads and answers it. Opening it marks what one was told about it as read. */
export function ThreadView({ documentId, threadId, start, onClose }: ThreadViewProps) {
  const { id: workspaceId, may } = useWorkspace();
  const trpc = useTRPC();
  const refresh = useThreadsRefresh();
  const query = useQuery(trpc.threads.get.queryOptions({ workspaceId, documentId, threadId }));
  const reply = useMutation(trpc.threads.reply.mutationOptions());
  const resolve = useMutation(
    trpc.threads.resolve.mutationOptions({
      onSuccess: refresh,
      onError: (error) => toast(refusal(error).message, { tone: "error" }),
    }),
  );
  useSeen(threadId);

  const thread = query.data;
  if (!thread) {
    return (
      <div className="p-4">
        {query.error ? (
          <Notice tone="error" action={<Button onClick={onClose}>Close</Button>}>
            {refusal(query.error).message}
          </Notice>
        ) : (
          <SkeletonRows label="Loading the thread…" rows={2} />
        )}
      </div>
    );
  }
  const isResolved = thread.resolved !== null;
  const block = resolveBlock({ isOwn: thread.isOwn, mayReview: may("draft.read") });
  return (
    <>
      <div className="flex items-start gap-1 border-b px-4 py-2">
        {start}
        <div className="min-w-0 flex-1 pt-0.5">
          <h2 className="truncate font-semibold">{thread.label ?? "About the whole document"}</h2>
          <p className="text-small text-ink-3">
            Began on {thread.version === null ? "the draft" : `v${thread.version}`}, <Time at={thread.createdAt} />
          </p>
        </div>
        <IconButton
          size="s"
          label="Copy a link to this thread"
          icon={<Link2 aria-hidden="true" className="size-4" />}
          onClick={() => void copyLink(threadId)}
        />
        <IconButton
          size="s"
          label={isResolved ? "Reopen" : "Resolve"}
          icon={
            isResolved ? (
              <RotateCcw aria-hidden="true" className="size-4" />
            ) : (
              <Check aria-hidden="true" className="size-4" />
            )
          }
          pending={resolve.isPending}
          disabledReason={block ?? undefined}
          onClick={() => resolve.mutate({ workspaceId, threadId, isResolved: !isResolved })}
        />
        <IconButton size="s" label="Close" icon={<X aria-hidden="true" className="size-4" />} onClick={onClose} />
      </div>
      <div className="min-h-0 overflow-y-auto overscroll-contain">
        {thread.quote && (
          <blockquote dir="auto" className="mx-4 mt-3 border-s-2 ps-3 font-display text-ink-2 italic wrap-anywhere">
            {shortQuote(thread.quote, 320)}
          </blockquote>
        )}
        {thread.isOrphaned && thread.version === null && (
          <p className="mx-4 mt-1 text-small text-due">The words were removed.</p>
        )}
        <ol className="grid gap-4 px-4 py-3.5">
          {thread.comments.map((comment) => (
            <ThreadCommentItem
              key={comment.id}
              comment={comment}
              quote={thread.quote}
              isOnDraft={thread.version === null}
            />
          ))}
        </ol>
        {thread.resolved && (
          <p className="mx-4 mb-4 rounded-m bg-fresh-soft px-3 py-2 text-small text-fresh">
            Resolved by {thread.resolved.by}, <Time at={thread.resolved.at} />. {!block && replyBlock({ isResolved })}
          </p>
        )}
      </div>
      <LiveRegion>{isResolved ? "This thread is resolved." : ""}</LiveRegion>
      {!isResolved && (
        <div className="border-t">
          <ThreadComposer
            draftKey={threadId}
            label="Reply"
            placeholder="Reply. @ mentions somebody."
            action="Reply"
            isOnDraft={thread.version === null}
            onSend={async (body) => {
              await reply.mutateAsync({ workspaceId, threadId, body });
              await refresh();
            }}
          />
        </div>
      )}
    </>
  );
}

/** Tells the server that the thread was opened, where the person has something unread at all. */
function useSeen(threadId: string): void {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: unread } = useQuery(trpc.notifications.unread.queryOptions({ workspaceId }));
  const { mutate } = useMutation(
    trpc.threads.markSeen.mutationOptions({
      onSuccess: ({ marked }) => {
        if (marked > 0) void queryClient.invalidateQueries({ queryKey: trpc.notifications.pathKey() });
      },
    }),
  );
  const hasUnread = (unread?.count ?? 0) > 0;
  const see = useEffectEvent(() => mutate({ workspaceId, threadId }));
  useEffect(() => {
    if (threadId && hasUnread) see();
  }, [threadId, hasUnread]);
}

async function copyLink(threadId: string): Promise<void> {
  const link = new URL(window.location.pathname, window.location.origin);
  link.searchParams.set("thread", threadId);
  try {
    await navigator.clipboard.writeText(link.href);
    toast("The link is copied.");
  } catch {
    toast("The browser did not allow copying.", { tone: "error" });
  }
}
