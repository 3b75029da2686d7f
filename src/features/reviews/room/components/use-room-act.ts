"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import { type Refusal, refusal } from "@/trpc/refusal";
import { toast } from "@/ui/toast";

type Client = ReturnType<typeof useTRPCClient>;

/** One act in the room at a time; a refusal is said, and what was said of the item is read anew. */
export function useRoomAct() {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [isPending, setPending] = useState(false);

  const readAnew = () => {
    void queryClient.invalidateQueries({ queryKey: trpc.reviews.room.pathKey() });
    void queryClient.invalidateQueries({ queryKey: trpc.reviews.roomItem.pathKey() });
    void queryClient.invalidateQueries({ queryKey: trpc.reviews.roomDocument.pathKey() });
  };
  /** Whether it was done. `onRefused` says a refusal in its place instead of at the window's edge. */
  const act = async (work: (client: Client) => Promise<unknown>, onRefused?: (refused: Refusal) => void) => {
    setPending(true);
    try {
      await work(client);
      return true;
    } catch (error) {
      const refused = refusal(error);
      if (onRefused) onRefused(refused);
      else toast(refused.message, { tone: "error" });
      readAnew();
      return false;
    } finally {
      setPending(false);
    }
  };
  return { act, isPending };
}
