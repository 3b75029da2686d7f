"use client";
import { useMutation, useQueryClient, useSuspenseInfiniteQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Avatar } from "@/ui/avatar";
import { Button } from "@/ui/button";
import { CardList, CardRow } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { Link } from "@/ui/link";
import { Notice as NoticeBox } from "@/ui/notice";
import { Time } from "@/ui/time";
import type { Notice } from "../notification-contract";
import { noticeLead, noticePath, noticePredicate, subjectText } from "../notification-rules";

/** What one was told, newest first; following one marks it as read. */
export function NoticeRows({ isUnread }: { readonly isUnread: boolean }) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const list = useSuspenseInfiniteQuery(
    trpc.notifications.list.infiniteQueryOptions(
      { workspaceId, ...(isUnread && { isUnread }) },
      { getNextPageParam: ({ nextCursor }) => nextCursor, staleTime: 0 },
    ),
  );
  const mark = useMutation(
    trpc.notifications.markRead.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.notifications.pathKey() }),
    }),
  );
  const notices = list.data.pages.flatMap((page) => page.items);
  if (notices.length === 0) {
    return (
      <EmptyState title={isUnread ? "All read" : "Nobody has called you yet"}>
        When somebody mentions you in a comment, answers you, or asks you to approve a draft, you find it here.
      </EmptyState>
    );
  }
  return (
    <>
      <CardList>
        {notices.map((notice) => (
          <NoticeRow
            key={notice.id}
            notice={notice}
            onFollow={() => notice.isRead || mark.mutate({ workspaceId, notices: [notice.id] })}
          />
        ))}
      </CardList>
      {list.hasNextPage && (
        <div className="grid justify-items-start gap-3 border-t px-4 py-3.5">
          {list.error && <NoticeBox tone="error">{refusal(list.error).message}</NoticeBox>}
          <Button pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Show older ones
          </Button>
        </div>
      )}
    </>
  );
}

interface NoticeRowProps {
  readonly notice: Notice;
  readonly onFollow: () => void;
}

function NoticeRow({ notice, onFollow }: NoticeRowProps) {
  const { slug } = useWorkspace();
  const { actor, subject, at, isRead } = notice;
  const path = noticePath(subject);
  const lead = noticeLead(notice, actor?.name ?? null);
  const words = subjectText(subject, "quote") || subjectText(subject, "note");
  const sentence = (
    <>
      <b>
        <bdi>{lead}</bdi>
      </b>{" "}
      {noticePredicate(notice)}
    </>
  );
  return (
    <CardRow>
      <span className="relative shrink-0">
        <Avatar name={lead} size={30} isDecoration />
        {!isRead && (
          <span className="absolute -end-0.5 -top-0.5 size-2.5 rounded-full border-2 border-surface bg-accent" />
        )}
      </span>
      <div className="min-w-0 flex-1 basis-48">
        <p dir="auto" className={clsx("wrap-anywhere", isRead && "text-ink-2")}>
          {path ? (
            <Link
              href={`/w/${slug}${path}`}
              onClick={onFollow}
              className="rounded-[2px] underline-offset-4 hover:underline"
            >
              {sentence}
            </Link>
          ) : (
            sentence
          )}
          {!isRead && <span className="sr-only"> (unread)</span>}
        </p>
        {words && (
          <p dir="auto" className="line-clamp-2 font-display wrap-anywhere text-ink-2 italic">
            {words}
          </p>
        )}
      </div>
      <span className="text-small text-ink-3 max-sm:ps-11">
        <Time at={at} isExact />
      </span>
    </CardRow>
  );
}
