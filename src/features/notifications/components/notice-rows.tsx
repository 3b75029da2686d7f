"use client";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useRef, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { CardList } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { Notice as NoticeBox } from "@/ui/notice";
import { toast } from "@/ui/toast";
import { usePart } from "@/ui/use-part";
import { type NoticeShelf, snoozeBlock } from "../inbox-rules";
import type { Notice } from "../notification-contract";
import { NoticeRow } from "./notice-row";
import { useNoticeActs } from "./use-notice-acts";

const loadSnooze = () => import("./snooze-dialog-part").then((part) => part.SnoozeDialogPart);

const NOTHING: Readonly<Record<NoticeShelf, readonly [title: string, words: string]>> = {
  unread: ["All read", "What is new stands here until you have followed it or marked it as read."],
  read: ["Nothing read", "What you have read stays here until you are done with it."],
  all: [
    "Nobody has called you yet",
    "When somebody mentions you, answers you or asks you to approve a draft, and when a document of yours has to be reviewed, you find it here.",
  ],
  snoozed: ["Nothing snoozed", "What you put off comes back by itself on its day."],
  done: ["Nothing done yet", "What you are done with is kept here, and so is what was reviewed meanwhile."],
};

/** What one was told, newest first. Arrows walk the list; E, S and U are for the notice that has the focus. */
export function NoticeRows({ show }: { readonly show: NoticeShelf }) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const acts = useNoticeActs();
  const rows = useRef<HTMLUListElement>(null);
  const [snoozed, setSnoozed] = useState<Notice>();
  const SnoozeDialog = usePart(loadSnooze, snoozed !== undefined, () => setSnoozed(undefined));
  const list = useSuspenseInfiniteQuery(
    trpc.notifications.list.infiniteQueryOptions(
      { workspaceId, show },
      { getNextPageParam: ({ nextCursor }) => nextCursor, staleTime: 0 },
    ),
  );
  const notices = list.data.pages.flatMap((page) => page.items);

  function snooze(notice: Notice): void {
    const block = snoozeBlock(notice);
    if (block) toast(block, { tone: "error" });
    else setSnoozed(notice);
  }

  function focusRow(from: Element, step: -1 | 1): void {
    const all = [...(rows.current?.querySelectorAll("[data-notice]") ?? [])];
    const next = all[all.indexOf(from) + step];
    next?.querySelector<HTMLElement>("a, button")?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLUListElement>): void {
    const row = (event.target as Element).closest("[data-notice]");
    const notice = notices.find(({ id }) => id === row?.getAttribute("data-notice"));
    // A menu button has arrows of its own.
    const isMenu = (event.target as Element).closest("[aria-haspopup]") !== null;
    if (!row || !notice || event.ctrlKey || event.metaKey || event.altKey) return;
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !isMenu) {
      event.preventDefault();
      focusRow(row, event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "e" && !notice.isDone) {
      focusRow(row, 1);
      acts.finish(notice);
    } else if (event.key === "s") snooze(notice);
    else if (event.key === "u") acts.toggleRead(notice);
  }

  if (notices.length === 0) {
    const [title, words] = NOTHING[show];
    return <EmptyState title={title}>{words}</EmptyState>;
  }
  return (
    <>
      <CardList ref={rows} onKeyDown={onKeyDown}>
        {notices.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} acts={acts} onSnooze={() => snooze(notice)} />
        ))}
      </CardList>
      {SnoozeDialog && snoozed && <SnoozeDialog notice={snoozed} onClose={() => setSnoozed(undefined)} />}
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
