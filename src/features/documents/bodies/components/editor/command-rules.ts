// What can be put in by a slash: how it is described and found.
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

const plain = (text: string) => text.toLowerCase().replace(/[\s-]+/g, "");

/** Those that fit what is typed, in the order of their groups; those whose name begins with it first within a group. */
export function matchingCommands<Command extends Pick<BlockCommand, "label" | "keywords" | "group">>(
  commands: readonly Command[],
  query: string,
): readonly Command[] {
  const typed = plain(query);
  const groups = [...new Set(commands.map(({ group }) => group))];
  return commands
    .map((command) => ({ command, rank: rankOf(command, typed) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => groups.indexOf(a.command.group) - groups.indexOf(b.command.group) || a.rank - b.rank)
    .map(({ command }) => command);
}

function rankOf({ label, keywords }: Pick<BlockCommand, "label" | "keywords">, typed: string): number {
  const name = plain(label);
  if (name.startsWith(typed)) return 0;
  if (keywords.some((word) => plain(word).startsWith(typed))) return 1;
  return name.includes(typed) ? 2 : 3;
}
