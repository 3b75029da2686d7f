"use client";
import { useState } from "react";
import type { PresentPerson } from "@/features/documents/drafts/components/presence-store";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Button } from "@/ui/button";
import { ConfirmDialog } from "@/ui/dialog";
import { Pill } from "@/ui/pill";
import { TopBar } from "@/ui/top-bar";
import { GuestLinkButton } from "../../guests/components/guest-link-button";
import { mayLead } from "../../planning/leading-rules";
import { MinutesSince } from "./room-clock";
import { useRoom } from "./room-context";
import { RoomInvite } from "./room-invite";
import { Presenting, RoomFaces } from "./room-people";
import { useRoomAct } from "./use-room-act";

interface RoomTopBarProps {
  readonly isLive: boolean;
  readonly people: readonly PresentPerson[];
  readonly followers: number;
  readonly isFollowing: boolean;
  readonly onFollow: () => void;
}

export function RoomTopBar({ isLive, people, followers, isFollowing, onFollow }: RoomTopBarProps) {
  const { room, isMeeting, personId } = useRoom();
  const { slug, role, may } = useWorkspace();
  const { title, openedAt, facilitator } = room.session;
  return (
    <TopBar
      crumbs={[{ label: "Reviews", href: `/w/${slug}/reviews` }, { label: title }]}
      actions={
        <>
          <RoomFaces people={people} />
          {isMeeting && (
            <Presenting people={people} followers={followers} isFollowing={isFollowing} onFollow={onFollow} />
          )}
          {may("review.plan") && <RoomInvite />}
          {mayLead({ id: personId, role }, facilitator.id) && (
            <>
              <GuestLinkButton session={room.session} />
              <EndSession />
            </>
          )}
        </>
      }
    >
      {isLive ? (
        <Pill tone="info">
          {isMeeting ? "Live" : "Open"}
          {isMeeting && openedAt && (
            <>
              {" · "}
              <MinutesSince at={openedAt} />
            </>
          )}
        </Pill>
      ) : (
        <Pill tone="due">Connecting…</Pill>
      )}
    </TopBar>
  );
}

function EndSession() {
  const { room, sessionId } = useRoom();
  const { id: workspaceId } = useWorkspace();
  const { act, isPending } = useRoomAct();
  const [isOpen, setOpen] = useState(false);
  const [failure, setFailure] = useState<string>();
  const left = room.session.items.filter(({ decision }) => decision === null).length;
  const end = async () => {
    setFailure(undefined);
    const isDone = await act(
      (client) => client.reviews.close.mutate({ workspaceId, sessionId }),
      ({ message }) => setFailure(message),
    );
    if (isDone) setOpen(false);
  };
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        End session
      </Button>
      <ConfirmDialog
        open={isOpen}
        onOpenChange={setOpen}
        title="End the session?"
        confirmLabel="End session"
        pending={isPending}
        error={failure}
        onConfirm={() => void end()}
      >
        {left > 0 && `${left === 1 ? "One document isn’t" : `${left} documents aren’t`} decided yet. `}
        Votes and notes stay as they are, and everybody gets the minutes.
      </ConfirmDialog>
    </>
  );
}
