// What the parts of the editor tell each other and what is no part of the document: open panels, the list of
// suggestions, pictures on their way. Kept beside the editor's state, so that none of it is a transaction.
import { type Editor, Extension } from "@tiptap/core";
import { useSyncExternalStore } from "react";
import type { BlockCommand, SuggestionItem } from "./block-command";

/** A value that components can follow. */
export class Slot<T> {
  readonly #listeners = new Set<() => void>();
  #value: T;

  constructor(value: T) {
    this.#value = value;
  }
  readonly get = (): T => this.#value;
  readonly set = (value: T): void => {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const listener of this.#listeners) listener();
  };
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

export function useSlot<T>(slot: Slot<T>): T {
  return useSyncExternalStore(slot.subscribe, slot.get, slot.get);
}

export type Panel = "find" | "replace" | "link" | "shortcuts" | "contents" | "file";

/** The list that opens under a slash or a colon. */
export interface Suggested {
  readonly label: string;
  readonly items: readonly SuggestionItem[];
  /** Of the item that Enter takes. */
  readonly index: number;
  readonly query: string;
  readonly place: () => DOMRect | null;
  readonly choose: (index: number) => void;
  readonly close: () => void;
}

export interface WritingState {
  /** Everything that can be put in. */
  readonly commands: readonly BlockCommand[];
  /** What stands open beside the text. */
  readonly panel: Slot<Panel | null>;
  readonly suggested: Slot<Suggested | null>;
  /** The picture that was just put in and has no words yet. */
  readonly fresh: Slot<string | null>;
  /** Goes to the toolbar by keyboard. */
  readonly toolbar: Slot<(() => void) | null>;
}

declare module "@tiptap/core" {
  interface Storage {
    writing: WritingState;
  }
}

export const WritingStateExtension = Extension.create<Pick<WritingState, "commands">, WritingState>({
  name: "writing",
  addOptions: () => ({ commands: [] }),
  addStorage() {
    return {
      commands: this.options.commands,
      panel: new Slot<Panel | null>(null),
      suggested: new Slot<Suggested | null>(null),
      fresh: new Slot<string | null>(null),
      toolbar: new Slot<(() => void) | null>(null),
    };
  },
});

export function writingState(editor: Editor): WritingState {
  return editor.storage.writing;
}
