// What a document's page knows of its live body before and while the editor is there. Free of the editor's libraries,
// so that every page can hold one.
import type { PresentPerson } from "../../../drafts/components/presence-store";
import type { LiveState } from "./live-state-rules";

/** What the page's own parts may ask of the live body. */
export interface LiveBodyActs {
  /** Tries to connect now. */
  readonly tryNow: () => void;
  /** The words that the server hasn't taken. */
  readonly unsavedText: () => string;
  /** Lets go of them, and of the copy on this device: what is saved is shown again. */
  readonly discard: () => void;
}

export interface LiveBodyView {
  /** Null while no live body is open. */
  readonly state: LiveState | null;
  readonly acts: LiveBodyActs | null;
  /** Who else has their caret in the text, in the order in which they came. */
  readonly people: readonly PresentPerson[];
}

const NOTHING: LiveBodyView = { state: null, acts: null, people: [] };

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

  clear(): void {
    this.write(NOTHING);
  }
}
