"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import { LiveRegion } from "@/ui/live-region";
import { toast } from "@/ui/toast";
import type { SessionEvent } from "../room-contract";
import { movingBlock } from "../room-rules";
import { RoomAgenda } from "./room-agenda";
import { RoomClock } from "./room-clock";
import { RoomColumns } from "./room-columns";
import { RoomProvider } from "./room-context";
import { RoomDataNow } from "./room-data-now";
import { RoomDocument } from "./room-document";
import { RoomPanel } from "./room-panel";
import { RoomSteps } from "./room-steps";
import { RoomTopBar } from "./room-top-bar";
import { FOLLOWING, useLiveRoom } from "./use-live-room";
import { useFollowing, usePresenting } from "./use-presenting";
import { useRoomAct } from "./use-room-act";

/** An open session: what is talked about, what it says, and what people say of it. */
export function ReviewRoom({ sessionId }: { readonly sessionId: string }) {
  const { id: workspaceId, personId, may } = useWorkspace();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { act } = useRoomAct();
  const { data: room, dataUpdatedAt } = useSuspenseQuery(trpc.reviews.room.queryOptions({ workspaceId, sessionId }));
  const { session } = room;
  const isMeeting = session.mode === "live";
  const isPresenter = isMeeting && session.presenter?.id === personId;
  const isFacilitator = session.facilitator.id === personId;
  const [hasLeft, setLeft] = useState(false);
  const [chosenId, choose] = useState<string | null>(null);
  const [said, setSaid] = useState("");
  const isFollowing = isMeeting && !isPresenter && session.presenter !== null && !hasLeft;
  const presentedId = session.currentItemId ?? session.items[0]?.id ?? null;
  const ownId = session.items.some(({ id }) => id === chosenId) ? chosenId : presentedId;
  const itemId = isFollowing || isPresenter ? presentedId : ownId;
  const column = useRef<HTMLElement>(null);
  const mayMove = movingBlock(session, personId) === null;

  const onEvent = useCallback(
    (event: SessionEvent) => {
      if (event.type === "decided") setSaid(`Decided on ${event.title}: ${event.words}.`);
      if (event.type === "asked" && event.person.id !== personId) toast(`${event.person.name} would like to present.`);
    },
    [personId],
  );
  const { isLive, presence } = useLiveRoom(sessionId, isFollowing, onEvent);
  const people = useSyncExternalStore(presence.subscribe, presence.everybody, presence.everybody);
  const others = people.filter(({ id }) => id !== personId);
  const readFollowers = () => presence.at(FOLLOWING);
  const following = useSyncExternalStore(presence.subscribe, readFollowers, readFollowers);
  const followers = following.filter(({ id }) => id !== personId).length;

  const leave = () => {
    choose(itemId);
    setLeft(true);
  };
  // Who leads and follows takes everybody along as well.
  const isForAll = isPresenter || (isFacilitator && mayMove && isFollowing);
  const goTo = (id: string) => {
    if (isForAll) {
      void act((one) => one.reviews.goTo.mutate({ workspaceId, sessionId, itemId: id }));
      return;
    }
    choose(id);
    if (isMeeting) setLeft(true);
  };
  usePresenting(column, isPresenter, (at) => {
    // The next one tells it anew.
    if (presentedId) client.reviews.present.mutate({ workspaceId, sessionId, itemId: presentedId, at }).catch(() => {});
  });
  const isReady = useLoaded(column, itemId);
  useFollowing(column, { isFollowing, at: room.presented, isReady }, leave);
  useStepKeys(session.items, itemId, isPresenter || !isMeeting, goTo);
  useEffect(() => {
    // Another document begins at its top, wherever one was in the one before.
    if (itemId) column.current?.scrollTo({ top: 0 });
  }, [itemId]);

  const value = {
    ...{ room, sessionId, itemId, personId, isMeeting, isPresenter, isFacilitator },
    mayTakePart: may("review.take-part"),
  };
  return (
    <RoomProvider value={value}>
      <RoomClock now={room.now} readAt={dataUpdatedAt}>
        <RoomColumns
          top={
            <RoomTopBar
              isLive={isLive}
              people={others}
              followers={followers}
              isFollowing={isFollowing}
              onFollow={() => setLeft(false)}
            />
          }
          agenda={<RoomAgenda onChoose={goTo} />}
          document={
            itemId && (
              <>
                <RoomSteps onChoose={goTo} isForAll={isForAll} />
                <RoomDocument itemId={itemId}>
                  <RoomDataNow itemId={itemId} />
                </RoomDocument>
              </>
            )
          }
          panel={itemId && <RoomPanel key={itemId} itemId={itemId} />}
          column={column}
        />
        <LiveRegion>{said}</LiveRegion>
      </RoomClock>
    </RoomProvider>
  );
}

/** Whether the document of the item is drawn, so that there is something to scroll. */
function useLoaded(column: { readonly current: HTMLElement | null }, itemId: string | null): boolean {
  const [loaded, setLoaded] = useState<string | null>(null);
  useEffect(() => {
    const element = column.current;
    if (!element || itemId === null) return;
    const look = () => {
      const isThere = element.querySelector(`[data-loaded="${CSS.escape(itemId)}"]`) !== null;
      setLoaded(isThere ? itemId : null);
    };
    look();
    const watching = new MutationObserver(look);
    watching.observe(element, { childList: true, subtree: true });
    return () => watching.disconnect();
  }, [column, itemId]);
  return loaded === itemId;
}

/** The arrow keys go to the next and the previous document. */
function useStepKeys(
  items: readonly { readonly id: string }[],
  itemId: string | null,
  isOn: boolean,
  goTo: (itemId: string) => void,
): void {
  const step = useEffectEvent((event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const isElsewhere =
      event.target instanceof Element &&
      event.target.closest("input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=tablist]");
    if (!by || isElsewhere || event.altKey || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const next = items[items.findIndex(({ id }) => id === itemId) + by];
    if (!next) return;
    event.preventDefault();
    goTo(next.id);
  });
  useEffect(() => {
    if (!isOn) return;
    document.addEventListener("keydown", step);
    return () => document.removeEventListener("keydown", step);
  }, [isOn]);
}
