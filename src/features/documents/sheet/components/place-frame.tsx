"use client";
import clsx from "clsx";
import { createContext, type ReactNode, use, useSyncExternalStore } from "react";
import { type Hue, hueOf } from "@/ui/hue";
import { PresenceStore, type PresentPerson } from "../../drafts/components/presence-store";

/** Where nobody is ever seen, such as in a version. */
const DESERTED = new PresenceStore();

const PresenceContext = createContext(DESERTED);
export const PresenceProvider = PresenceContext.Provider;

export const OUTLINE: Record<Hue, string> = {
  sand: "outline-who-sand",
  sky: "outline-who-sky",
  lilac: "outline-who-lilac",
  sage: "outline-who-sage",
  mint: "outline-who-mint",
  rose: "outline-who-rose",
};
const GROUND: Record<Hue, string> = {
  sand: "bg-who-sand",
  sky: "bg-who-sky",
  lilac: "bg-who-lilac",
  sage: "bg-who-sage",
  mint: "bg-who-mint",
  rose: "bg-who-rose",
};

/** Who else has the document open. */
export function usePresentPeople(): readonly PresentPerson[] {
  const store = use(PresenceContext);
  return useSyncExternalStore(store.subscribe, store.everybody, store.everybody);
}

interface PlaceFrameProps {
  /** As of `placeOf`: the path of a field, or of an item in a list. */
  readonly place: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/**
 * Around what one writes in. Focus inside tells the others that one is at this place; who else is there is drawn
 * around it in their colour, with their name.
 */
export function PlaceFrame({ place, className, children }: PlaceFrameProps) {
  const store = use(PresenceContext);
  const read = () => store.at(place);
  const people = useSyncExternalStore(store.subscribe, read, read);
  const [first] = people;
  const hue = first && hueOf(first.name);
  return (
    <span data-place={place} className={clsx("relative block min-w-0", className)}>
      {children}
      {hue && (
        <span
          className={clsx(
            "pointer-events-none absolute -inset-x-2 inset-y-0 rounded-s outline-2 outline-offset-1",
            OUTLINE[hue],
          )}
        >
          <span
            className={clsx(
              "absolute end-0 bottom-full z-10 max-w-full truncate rounded-s px-1.5 font-ui text-label not-italic text-paper",
              GROUND[hue],
            )}
          >
            {people.map(({ name }) => name).join(", ")}
            <span className="sr-only"> {people.length === 1 ? "is" : "are"} here</span>
          </span>
        </span>
      )}
    </span>
  );
}

/** The place that an element stands in, or null. */
export function placeAround(element: Element | null): string | null {
  return element?.closest<HTMLElement>("[data-place]")?.dataset.place ?? null;
}
