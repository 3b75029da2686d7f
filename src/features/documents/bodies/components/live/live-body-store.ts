// What a document's page knows of its live body before and while the editor is there. Free of the editor's libraries,
// so that every page can hold one.
import type { PresentPerson } from "../../../drafts/components/presence-store";
import type { LiveState } from "./live-state-rules";

/** What the page's own parts may ask of the live body. */
interface LiveBodyActs {
  /** Tries to connect now. */
  readonly tryNow: () => void;
}

export interface LiveBodyView {
  /** Null while no live body is open. */
  readonly state: LiveState | null;
  readonly acts: LiveBodyActs | null;
  /** Who else has the text open, in the order in which they came. */
  readonly people: readonly PresentPerson[];
  /** Whose window this one follows. */
  readonly following: PresentPerson | null;
  /** The others' carets are not drawn. */
  readonly hidesCarets: boolean;
}

const NOTHING: LiveBodyView = { state: null, acts: null, people: [], following: null, hidesCarets: false };

export class LiveBodyStore {
  private view = NOTHING;
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): LiveBodyView => this.view;

  write(change: Partial<LiveBodyView>): void {
    this.view = { ...this.view, ...change };
    for (const listener of this.listeners) listener();
  }

  /** Lets go of whom one follows when they have left. */
  writePeople(people: readonly PresentPerson[]): void {
    const { following } = this.view;
    const isThere = following && people.some(({ id }) => id === following.id);
    this.write({ people, following: isThere ? following : null });
  }

  clear(): void {
    this.write({ ...NOTHING, hidesCarets: this.view.hidesCarets });
  }
}
