"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { toast } from "@/ui/toast";
import type { Notice } from "../notification-contract";

/** What one does with a notice; the lists and the bell follow. */
export function useNoticeActs() {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const follow = {
    onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.notifications.pathKey() }),
    onError: (error: unknown) => toast(refusal(error).message, { tone: "error" as const }),
  };
  const read = useMutation(trpc.notifications.markRead.mutationOptions(follow));
  const unread = useMutation(trpc.notifications.markUnread.mutationOptions(follow));
  const finish = useMutation(trpc.notifications.finish.mutationOptions(follow));
  const wake = useMutation(trpc.notifications.wake.mutationOptions(follow));
  const named = ({ id }: Notice) => ({ workspaceId, notices: [id] });
  return {
    markRead: (notice: Notice) => notice.isRead || read.mutate(named(notice)),
    toggleRead: (notice: Notice) => (notice.isRead ? unread : read).mutate(named(notice)),
    finish: (notice: Notice) =>
      finish.mutate(
        { ...named(notice), isDone: true },
        {
          onSuccess: () => {
            const undo = () => finish.mutate({ ...named(notice), isDone: false });
            toast("Done: taken off the list.", { action: { label: "Undo", onClick: undo } });
          },
        },
      ),
    reopen: (notice: Notice) => finish.mutate({ ...named(notice), isDone: false }),
    wake: (notice: Notice) => wake.mutate(named(notice)),
  };
}

export type NoticeActs = ReturnType<typeof useNoticeActs>;
