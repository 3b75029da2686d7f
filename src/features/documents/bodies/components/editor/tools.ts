// The tools of the toolbar, in its order. What doesn't fit moves into a menu, the last first.
import type { Editor } from "@tiptap/core";
import {
  Bold,
  CodeXml,
  Highlighter,
  Italic,
  Link,
  List,
  ListOrdered,
  ListTodo,
  type LucideIcon,
  Redo2,
  Search,
  Strikethrough,
  TableOfContents,
  Underline,
  Undo2,
} from "lucide-react";
import { BLOCK_KEYS, FIND_KEYS, WORD_KEYS } from "./shortcut-list";
import { writingState } from "./writing-state";

export interface Tool {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** As `Kbd` takes them. */
  readonly keys?: readonly string[];
  readonly run: (editor: Editor) => void;
  readonly isActive?: (editor: Editor) => boolean;
  readonly isOff?: (editor: Editor) => boolean;
  /** Useful to readers as well. */
  readonly isForReading?: boolean;
  /** Leaves the toolbar for where it leads. */
  readonly isLeaving?: boolean;
}

const isCode = (editor: Editor) => editor.isActive("codeBlock");

function mark(id: "bold" | "italic" | "highlight" | "underline" | "strike" | "code", icon: LucideIcon): Tool {
  return {
    id,
    ...WORD_KEYS[id],
    icon,
    run: (editor) => editor.chain().toggleMark(id).run(),
    isActive: (editor) => editor.isActive(id),
    isOff: isCode,
  };
}

const UNDO: Tool = {
  id: "undo",
  ...WORD_KEYS.undo,
  icon: Undo2,
  run: (editor) => editor.commands.undo(),
  isOff: (editor) => !editor.can().undo(),
};
const REDO: Tool = {
  id: "redo",
  ...WORD_KEYS.redo,
  icon: Redo2,
  run: (editor) => editor.commands.redo(),
  isOff: (editor) => !editor.can().redo(),
};
export const BOLD = mark("bold", Bold);
export const ITALIC = mark("italic", Italic);
export const HIGHLIGHT = mark("highlight", Highlighter);
export const LINK: Tool = {
  id: "link",
  ...WORD_KEYS.link,
  icon: Link,
  run: (editor) => writingState(editor).panel.set("link"),
  isActive: (editor) => editor.isActive("link"),
  isOff: isCode,
  isLeaving: true,
};
const UNDERLINE = mark("underline", Underline);
const STRIKE = mark("strike", Strikethrough);
const CODE = mark("code", CodeXml);
const BULLETS: Tool = {
  id: "bulletList",
  ...BLOCK_KEYS.bulletList,
  icon: List,
  run: (editor) => editor.chain().toggleBulletList().run(),
  isActive: (editor) => editor.isActive("bulletList"),
};
const NUMBERS: Tool = {
  id: "orderedList",
  ...BLOCK_KEYS.orderedList,
  icon: ListOrdered,
  run: (editor) => editor.chain().toggleOrderedList().run(),
  isActive: (editor) => editor.isActive("orderedList"),
};
const TASKS: Tool = {
  id: "taskList",
  ...BLOCK_KEYS.taskList,
  icon: ListTodo,
  run: (editor) => editor.chain().toggleTaskList().run(),
  isActive: (editor) => editor.isActive("taskList"),
};
const FIND: Tool = {
  id: "find",
  ...FIND_KEYS,
  icon: Search,
  run: (editor) => writingState(editor).panel.set("find"),
  isForReading: true,
  isLeaving: true,
};
const CONTENTS: Tool = {
  id: "contents",
  label: "Contents and length",
  icon: TableOfContents,
  run: (editor) => writingState(editor).panel.set("contents"),
  isForReading: true,
  isLeaving: true,
};

/** In the order of the toolbar; between the lists, menus stand. */
export const TOOLS: readonly (readonly Tool[])[] = [
  [UNDO, REDO],
  [BOLD, ITALIC, LINK, HIGHLIGHT],
  [BULLETS, NUMBERS, TASKS],
  [UNDERLINE, STRIKE, CODE],
];
export const READING_TOOLS: readonly Tool[] = [FIND, CONTENTS];

const APPLE_KEYS: Readonly<Record<string, string>> = { mod: "⌘", Alt: "⌥", Shift: "⇧" };

/** Keys in words, for a tooltip: "Ctrl+Shift+8". */
export function keysInWords(keys: readonly string[], isApple: boolean): string {
  if (isApple) return keys.map((key) => APPLE_KEYS[key] ?? key).join("");
  return keys.map((key) => (key === "mod" ? "Ctrl" : key)).join("+");
}
