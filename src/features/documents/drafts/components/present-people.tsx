"use client";
import { useEffect, useRef, useState } from "react";
import { Avatar } from "@/ui/avatar";
import { LiveRegion } from "@/ui/live-region";
import { usePresentPeople } from "../../sheet/components/place-frame";
import type { PresentPerson } from "./presence-store";

/** So many are drawn; the others are counted. */
const MOST = 4;
/** Several who come at once are told in one sentence. */
const QUIET = 1_000;

/** Who else has the document open, as faces in the top bar. */
export function PresentPeople() {
  const people = usePresentPeople();
  const said = useArrivals(people);
  const shown = people.length > MOST ? people.slice(0, MOST - 1) : people;
  const others = people.slice(shown.length);
  return (
    <>
      {people.length > 0 && (
        <ul aria-label="Also here" className="flex -space-x-1.5">
          {shown.map(({ id, name }) => (
            <li key={id} className="rounded-full bg-paper p-0.5">
              <Avatar name={name} size={24} />
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
    </>
  );
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
