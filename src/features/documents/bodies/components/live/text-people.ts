// Who else is in the text, and where they look: read from what each tells of themselves.
import type * as Y from "yjs";
import type { PresentPerson } from "../../../drafts/components/presence-store";
import type { BodyProvider } from "./body-provider";

/** Where somebody's window begins: a place in the text, and how far below the window's top it stands, in pixels. */
export interface WindowTop {
  readonly at: unknown;
  readonly offset: number;
}

interface Told {
  readonly user?: { readonly id?: string; readonly name?: string };
  readonly top?: WindowTop | null;
}

/** Calls back with who else has the text open, when these are others than before. Returns the way to stop. */
export function watchPeople(
  provider: BodyProvider,
  ownId: string,
  onPeople: (people: readonly PresentPerson[]) => void,
): () => void {
  const { awareness } = provider;
  let known = "";
  const look = () => {
    const people = new Map<string, PresentPerson>();
    for (const { user } of told(provider)) {
      if (user?.id && user.id !== ownId) people.set(user.id, { id: user.id, name: user.name ?? "" });
    }
    const now = JSON.stringify([...people.values()]);
    if (now === known) return;
    known = now;
    onPeople([...people.values()]);
  };
  look();
  awareness?.on("change", look);
  return () => awareness?.off("change", look);
}

/** Where a person looks; null when they don't say. */
export function windowTopOf(provider: BodyProvider, personId: string): WindowTop | null {
  for (const { user, top } of told(provider)) {
    if (user?.id === personId && top && typeof top.offset === "number") return top;
  }
  return null;
}

function told(provider: BodyProvider): readonly Told[] {
  const own = (provider.document as Y.Doc).clientID;
  const states = provider.awareness?.getStates() ?? new Map<number, Told>();
  return [...states].filter(([client]) => client !== own).map(([, state]) => state as Told);
}
