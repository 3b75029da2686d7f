"use client";
import { useEffect, useRef, useState } from "react";
import type { PresentPerson } from "@/features/documents/drafts/components/presence-store";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Avatar } from "@/ui/avatar";
import { Button } from "@/ui/button";
import { LiveRegion } from "@/ui/live-region";
import { Menu } from "@/ui/menu";
import type { MenuEntry } from "@/ui/menu-part";
import { useRoom } from "./room-context";
import { useRoomAct } from "./use-room-act";

/** So many faces are drawn; the others are counted. */
const MOST = 5;
/** Several who come at once are told in one sentence, in milliseconds. */
const QUIET = 1_000;

/** Who else is in the room. */
export function RoomFaces({ people }: { readonly people: readonly PresentPerson[] }) {
  const shown = people.length > MOST ? people.slice(0, MOST - 1) : people;
  const others = people.slice(shown.length);
  return (
    <>
      {people.length > 0 && (
        <ul aria-label="Also here" className="flex -space-x-1.5">
          {shown.map(({ id, name }) => (
            <li key={id} className="rounded-full bg-paper p-0.5">
              <Avatar name={name} size={26} />
            </li>
          ))}
          {others.length > 0 && (
            <li
              title={others.map(({ name }) => name).join(", ")}
              className="grid size-[30px] place-items-center rounded-full border-2 border-paper bg-sunk text-label text-ink-2"
            >
              <span aria-hidden="true">+{others.length}</span>
              <span className="sr-only">{others.map(({ name }) => name).join(", ")}</span>
            </li>
          )}
        </ul>
      )}
      <Arrivals people={people} />
    </>
  );
}

/** Says aloud who has come; those who were here first are not news. */
function Arrivals({ people }: { readonly people: readonly PresentPerson[] }) {
  const known = useRef<ReadonlySet<string> | null>(null);
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => {
      const before = known.current;
      known.current = new Set(people.map(({ id }) => id));
      const names = before ? people.filter(({ id }) => !before.has(id)).map(({ name }) => name) : [];
      if (names.length > 0) setSaid(`${names.join(", ")} ${names.length === 1 ? "has" : "have"} come.`);
    }, QUIET);
    return () => clearTimeout(timer);
  }, [people]);
  return <LiveRegion>{said}</LiveRegion>;
}

interface PresentingProps {
  readonly people: readonly PresentPerson[];
  readonly followers: number;
  readonly isFollowing: boolean;
  readonly onFollow: () => void;
}

/** Who presents, whether one follows, and how that changes. */
export function Presenting({ people, followers, isFollowing, onFollow }: PresentingProps) {
  const { room, isPresenter, isFacilitator, sessionId, personId, mayTakePart } = useRoom();
  const { id: workspaceId } = useWorkspace();
  const { act } = useRoomAct();
  const { presenter } = room.session;
  const first = presenter?.name.split(" ")[0] ?? "nobody";
  const hand = (userId: string) =>
    void act((client) => client.reviews.handPresenting.mutate({ workspaceId, sessionId, userId }));
  const ask = () => void act((client) => client.reviews.askToPresent.mutate({ workspaceId, sessionId }));
  const others = people.filter(({ id }) => room.voters.some((one) => one.id === id) && id !== presenter?.id);
  const entries: readonly MenuEntry[] = [
    ...(isFacilitator && !isPresenter
      ? [{ kind: "act" as const, label: "Present yourself", onSelect: () => hand(personId) }]
      : []),
    ...(!isFacilitator && !isPresenter && mayTakePart
      ? [{ kind: "act" as const, label: "Ask to present", hint: `${first} is told`, onSelect: ask }]
      : []),
    ...((isPresenter || isFacilitator) && others.length > 0
      ? [
          { kind: "heading" as const, label: "Let somebody else present" },
          ...others.map(({ id, name }) => ({ kind: "act" as const, label: name, onSelect: () => hand(id) })),
        ]
      : []),
  ];
  const isEveryone = people.length > 0 && (isPresenter ? followers : followers + 1) >= people.length;
  const words = isPresenter
    ? isEveryone
      ? "Everyone follows you"
      : `You present · ${followers} of ${people.length} follow`
    : !isFollowing
      ? `Follow ${first} again`
      : isEveryone
        ? `Everyone follows ${first}`
        : `Following ${first}`;
  const isWay = !isPresenter && !isFollowing && presenter !== null;
  return (
    <>
      {isWay && (
        <Button variant="primary" onClick={onFollow}>
          {words}
        </Button>
      )}
      {entries.length > 0 ? (
        <Menu label="Presenting" entries={entries} variant={isWay ? "ghost" : "plain"}>
          {isWay ? "Presenting" : presenter ? words : "Nobody presents"}
        </Menu>
      ) : (
        !isWay && <span className="text-small text-ink-2">{presenter ? words : "Nobody presents"}</span>
      )}
      <LiveRegion>{presenter ? `${isPresenter ? "You present" : `${presenter.name} presents`}.` : ""}</LiveRegion>
    </>
  );
}
