"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { LiveConnection } from "@/features/documents/drafts/components/live-connection";
import { PresenceStore } from "@/features/documents/drafts/components/presence-store";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import { itemAfter, roomAfter } from "../room-change-rules";
import type { SessionEvent } from "../room-contract";
import { STILL_HERE } from "../room-rules";

/** The place in the presence store of people who follow. */
export const FOLLOWING = "following";

interface LiveRoom {
  readonly isLive: boolean;
  readonly presence: PresenceStore;
}

/** Keeps what the page knows of a session up with what happens in it, and tells the others that one is there. */
export function useLiveRoom(sessionId: string, isFollowing: boolean, onEvent: (event: SessionEvent) => void): LiveRoom {
  const { id: workspaceId, personId } = useWorkspace();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const router = useRouter();
  const [page] = useState(() => crypto.randomUUID());
  const [presence] = useState(() => new PresenceStore());
  const [isLive, setLive] = useState(false);

  const take = useEffectEvent((event: SessionEvent) => {
    if (event.type === "present") presence.hear(event.page, event.person, event.isFollowing ? FOLLOWING : null);
    else if (event.type === "left") presence.forget(event.page);
    else takeIn(event);
    onEvent(event);
  });
  const takeIn = (event: SessionEvent) => {
    const roomKey = trpc.reviews.room.queryKey({ workspaceId, sessionId });
    const room = queryClient.getQueryData(roomKey);
    const next = room ? (roomAfter(room, event) as typeof room | null) : null;
    if (next) queryClient.setQueryData(roomKey, next);
    else {
      void queryClient.invalidateQueries({ queryKey: roomKey });
      // Whether it is open at all is asked by the page around.
      void queryClient.invalidateQueries({ queryKey: trpc.reviews.session.queryKey({ workspaceId, sessionId }) });
      void queryClient.invalidateQueries({ queryKey: trpc.reviews.count.pathKey() });
    }
    if ("itemId" in event) {
      const itemKey = trpc.reviews.roomItem.queryKey({ workspaceId, sessionId, itemId: event.itemId });
      const item = queryClient.getQueryData(itemKey);
      const after = item && (itemAfter(item, event, personId) as typeof item | null);
      if (after) queryClient.setQueryData(itemKey, after);
      else void queryClient.invalidateQueries({ queryKey: itemKey });
    }
    const isAnew = event.type === "lost";
    if (isAnew) void queryClient.invalidateQueries({ queryKey: trpc.reviews.roomItem.pathKey() });
    if (isAnew || event.type === "decided" || (event.type === "changed" && event.what === "document")) {
      void queryClient.invalidateQueries({ queryKey: trpc.reviews.roomDocument.pathKey() });
    }
  };
  const refused = useEffectEvent(() => {
    router.refresh();
    void queryClient.invalidateQueries({ queryKey: trpc.reviews.room.pathKey() });
  });

  useEffect(() => {
    const connection = new LiveConnection<SessionEvent>({
      subscribe: (live, handlers) => live.reviews.live.subscribe({ workspaceId, sessionId, page }, handlers),
      isKeptHidden: true,
      onEvent: take,
      onLive: setLive,
      onRefused: refused,
    });
    const stop = connection.start();
    const looking = setInterval(() => presence.look(), STILL_HERE);
    return () => {
      clearInterval(looking);
      stop();
    };
  }, [workspaceId, sessionId, page, presence]);

  useEffect(() => {
    if (!isLive) return;
    // Only a courtesy: the next one says it again.
    const tell = () => {
      client.reviews.here.mutate({ workspaceId, sessionId, page, isFollowing }).catch(() => {});
    };
    tell();
    const still = setInterval(tell, STILL_HERE);
    return () => clearInterval(still);
  }, [client, workspaceId, sessionId, page, isFollowing, isLive]);

  return { isLive, presence };
}
