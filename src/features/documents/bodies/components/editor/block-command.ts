// What can be put in by a slash, and how it is described.
import type { Editor } from "@tiptap/core";
import type { ComponentType } from "react";

/** A row of the list under a slash or a colon. */
export interface SuggestionItem {
  readonly id: string;
  readonly label: string;
  /** Rows of one group stand together, under its name. */
  readonly group: string;
  /** A picture, or a character in its place. */
  readonly icon: ComponentType<{ readonly className?: string }> | string;
  readonly hint?: string | undefined;
}

/** Something that can be put in where the caret is. */
export interface BlockCommand extends SuggestionItem {
  /** Other words for it, lower case. */
  readonly keywords: readonly string[];
  /** Keys that do the same, as `Kbd` takes them. */
  readonly keys?: readonly string[] | undefined;
  /** What was typed to find it is gone by then. */
  readonly run: (editor: Editor) => void;
}
