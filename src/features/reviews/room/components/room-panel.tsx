"use client";
import { useQuery } from "@tanstack/react-query";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Notice } from "@/ui/notice";
import { SkeletonRows } from "@/ui/skeleton";
import { useRoom } from "./room-context";
import { RoomDecision } from "./room-decision";
import { RoomNotes } from "./room-notes";
import { RoomVotes } from "./room-votes";

/** What people say of the document that is shown, and what is decided. */
export function RoomPanel({ itemId }: { readonly itemId: string }) {
  const { room, sessionId } = useRoom();
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const { data: said, error } = useQuery(trpc.reviews.roomItem.queryOptions({ workspaceId, sessionId, itemId }));
  const item = room.session.items.find(({ id }) => id === itemId);
  if (error) return <Notice tone="error">{refusal(error).message}</Notice>;
  if (!said || !item) return <SkeletonRows label="Opening…" rows={4} />;
  return (
    <div className="flex min-h-full flex-col gap-7 p-5">
      <RoomVotes item={item} said={said} />
      <RoomNotes itemId={itemId} notes={said.notes} />
      <RoomDecision item={item} tasks={said.tasks} />
    </div>
  );
}
