"use client";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { Checkbox } from "@/ui/checkbox";
import { Page, PageTitle } from "@/ui/page";
import { SkeletonRows } from "@/ui/skeleton";
import { toast } from "@/ui/toast";
import { TopBar } from "@/ui/top-bar";
import { NoticeRows } from "./notice-rows";

/** What one was told in this workspace, and whether it also comes by mail. */
export function NotificationsPage() {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [isUnread, setUnread] = useState(false);
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
          <Button
            pending={markAll.isPending}
            disabledReason={unread.count === 0 ? "Everything is read." : undefined}
            onClick={() => markAll.mutate({ workspaceId })}
          >
            Mark all as read
          </Button>
        </PageTitle>
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 pb-4">
          <Checkbox label="Unread only" checked={isUnread} onChange={(event) => setUnread(event.target.checked)} />
          <MailChoice />
        </div>
        <Card>
          <Suspense fallback={<SkeletonRows label="Loading notifications…" />}>
            <NoticeRows isUnread={isUnread} />
          </Suspense>
        </Card>
      </Page>
    </>
  );
}

function MailChoice() {
  const { id: workspaceId, name } = useWorkspace();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data } = useSuspenseQuery(trpc.notifications.mails.queryOptions({ workspaceId }));
  const set = useMutation(
    trpc.notifications.setMails.mutationOptions({
      onSuccess: (_, { isMailed }) => {
        queryClient.setQueryData(trpc.notifications.mails.queryKey({ workspaceId }), { isMailed });
      },
      onError: (error) => toast(refusal(error).message, { tone: "error" }),
    }),
  );
  return (
    <Checkbox
      label="Mentions and requests for approval also by e-mail"
      hint={`From ${name} only; other workspaces have their own.`}
      checked={set.isPending ? set.variables.isMailed : data.isMailed}
      onChange={(event) => set.mutate({ workspaceId, isMailed: event.target.checked })}
    />
  );
}
