"use client";
import clsx from "clsx";
import { Eye, EyeOff } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Avatar } from "@/ui/avatar";
import { IconButton } from "@/ui/button";
import { hueOf } from "@/ui/hue";
import { LiveRegion } from "@/ui/live-region";
import { rememberCarets } from "../../bodies/components/live/carets-choice";
import { useLiveBodyPart, useLiveBodyStore } from "../../bodies/components/live/live-body-context";
import { OUTLINE, usePresentPeople } from "../../sheet/components/place-frame";
import type { PresentPerson } from "./presence-store";

/** So many are drawn; the others are counted. */
const MOST = 4;
/** Several who come at once are told in one sentence. */
const QUIET = 1_000;

/** Who else has the document open, as faces in the top bar. Whoever has the text open can be followed. */
export function PresentPeople() {
  const people = usePresentPeople();
  const said = useArrivals(people);
  const inText = useLiveBodyPart((view) => view.people);
  const following = useLiveBodyPart((view) => view.following);
  const everybody = [...people, ...inText.filter(({ id }) => !people.some((one) => one.id === id))];
  const shown = everybody.length > MOST ? everybody.slice(0, MOST - 1) : everybody;
  const others = everybody.slice(shown.length);
  return (
    <>
      {inText.length > 0 && <CaretsChoice />}
      {everybody.length > 0 && (
        <ul aria-label="Also here" className="flex -space-x-1.5">
          {shown.map((person) => (
            <li key={person.id} className="rounded-full bg-paper p-0.5">
              {inText.some(({ id }) => id === person.id) ? (
                <FollowButton person={person} isFollowed={following?.id === person.id} />
              ) : (
                <Avatar name={person.name} size={24} />
              )}
            </li>
          ))}
          {others.length > 0 && (
            <li
              title={others.map(({ name }) => name).join(", ")}
              className="grid size-7 place-items-center rounded-full border-2 border-paper bg-sunk text-label text-ink-2"
            >
              <span aria-hidden="true">+{others.length}</span>
              <span className="sr-only">{others.map(({ name }) => name).join(", ")}</span>
            </li>
          )}
        </ul>
      )}
      <LiveRegion>{said}</LiveRegion>
      <FollowingSaid following={following} />
    </>
  );
}

function FollowButton({ person, isFollowed }: { readonly person: PresentPerson; readonly isFollowed: boolean }) {
  const store = useLiveBodyStore();
  return (
    <button
      type="button"
      aria-pressed={isFollowed}
      aria-label={`Follow ${person.name}`}
      title={isFollowed ? `Stop following ${person.name}` : `Follow ${person.name}`}
      // Acting oneself ends following, and a press on the page is an act: this one begins it.
      onPointerDown={(event) => event.stopPropagation()}
      onClick={() => store.write({ following: isFollowed ? null : person })}
      className={clsx(
        "block rounded-full outline-offset-1",
        OUTLINE[hueOf(person.name)],
        isFollowed ? "outline-3" : "outline-2",
      )}
    >
      <Avatar name={person.name} size={24} />
    </button>
  );
}

function CaretsChoice() {
  const store = useLiveBodyStore();
  const { personId } = useWorkspace();
  const hidesCarets = useLiveBodyPart((view) => view.hidesCarets);
  const choose = () => {
    rememberCarets(personId, !hidesCarets);
    store.write({ hidesCarets: !hidesCarets });
  };
  return (
    <IconButton
      label={hidesCarets ? "Show where the others write" : "Hide where the others write"}
      size="s"
      icon={hidesCarets ? <EyeOff className="size-4" /> : <Eye className="size-4" />}
      onClick={choose}
    />
  );
}

/** Says aloud whom one follows, and when that ends. */
function FollowingSaid({ following }: { readonly following: PresentPerson | null }) {
  const [said, setSaid] = useState("");
  const last = useRef<PresentPerson | null>(null);
  useEffect(() => {
    if (following) setSaid(`Following ${following.name}. Scroll, type or press Escape to stop.`);
    else if (last.current) setSaid(`No longer following ${last.current.name}.`);
    last.current = following;
  }, [following]);
  return <LiveRegion>{said}</LiveRegion>;
}

/** A sentence for who has just come; those who were here first are not news. */
function useArrivals(people: readonly PresentPerson[]): string {
  const known = useRef<ReadonlySet<string> | null>(null);
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => {
      const before = known.current;
      known.current = new Set(people.map(({ id }) => id));
      if (!before) return;
      const names = people.filter(({ id }) => !before.has(id)).map(({ name }) => name);
      if (names.length > 0) setSaid(`${names.join(", ")} ${names.length === 1 ? "is" : "are"} here as well.`);
    }, QUIET);
    return () => clearTimeout(timer);
  }, [people]);
  return said;
}
