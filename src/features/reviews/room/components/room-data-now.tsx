"use client";
import { useQuery } from "@tanstack/react-query";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { DataNow } from "../../deciding/components/data-now";
import { useRoom } from "./room-context";

/** What the customer data say of the document that is shown; nothing where none are known. */
export function RoomDataNow({ itemId }: { readonly itemId: string }) {
  const { room } = useRoom();
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const documentId = room.session.items.find(({ id }) => id === itemId)?.documentId ?? "";
  const { data } = useQuery(
    trpc.reviews.packet.queryOptions({ workspaceId, documentId }, { enabled: documentId !== "" }),
  );
  if (!data) return null;
  return (
    <div data-block="data-now" className="mt-6">
      <DataNow kind={data.kind} segments={data.segments} facts={data.facts} />
    </div>
  );
}
