"use client";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import { Card } from "@/ui/card";
import { Kbd } from "@/ui/kbd";
import { Page, PageTitle } from "@/ui/page";
import { SkeletonRows } from "@/ui/skeleton";
import { toast } from "@/ui/toast";
import { TopBar } from "@/ui/top-bar";
import { NOTICE_SHELVES, type NoticeShelf } from "../inbox-rules";
import { NoticeRows } from "./notice-rows";

const SHELF_WORDS: Readonly<Record<NoticeShelf, string>> = {
  unread: "Unread",
  read: "Read",
  all: "All",
  snoozed: "Snoozed",
  done: "Done",
};

/** What one was told in this workspace. */
export function NotificationsPage() {
  const { id: workspaceId, slug } = useWorkspace();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [show, setShow] = useState<NoticeShelf>("all");
  const { data: unread } = useSuspenseQuery(trpc.notifications.unread.queryOptions({ workspaceId }));
  const markAll = useMutation(
    trpc.notifications.markAllRead.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.notifications.pathKey() }),
      onError: (error) => toast(refusal(error).message, { tone: "error" }),
    }),
  );
  return (
    <>
      <TopBar crumbs={[{ label: "Notifications" }]} />
      <Page width="text">
        <PageTitle title="Notifications" description="Where somebody wants you to look.">
          <ButtonLink href={`/w/${slug}/settings/notifications`}>What comes by mail</ButtonLink>
          <Button
            pending={markAll.isPending}
            disabledReason={unread.count === 0 ? "Everything is read." : undefined}
            onClick={() => markAll.mutate({ workspaceId })}
          >
            Mark all as read
          </Button>
        </PageTitle>
        <fieldset className="mb-3 flex flex-wrap gap-1.5">
          <legend className="sr-only">Show</legend>
          {NOTICE_SHELVES.map((shelf) => (
            <Button
              key={shelf}
              size="s"
              variant="ghost"
              aria-pressed={show === shelf}
              className="aria-pressed:bg-sunk aria-pressed:text-ink"
              onClick={() => setShow(shelf)}
            >
              {SHELF_WORDS[shelf]}
              {shelf === "unread" && unread.count > 0 && (
                <span className="text-ink-3 tabular-nums">{unread.count}</span>
              )}
            </Button>
          ))}
        </fieldset>
        <Card>
          <Suspense key={show} fallback={<SkeletonRows label="Loading notifications…" />}>
            <NoticeRows show={show} />
          </Suspense>
        </Card>
        <p className="hidden flex-wrap items-center gap-x-2 gap-y-1 pt-3 text-small text-ink-3 sm:flex">
          In the list: <Kbd keys={["↑"]} /> <Kbd keys={["↓"]} /> to walk, <Kbd keys={["E"]} /> done,{" "}
          <Kbd keys={["S"]} /> snooze, <Kbd keys={["U"]} /> read or unread.
        </p>
      </Page>
    </>
  );
}
