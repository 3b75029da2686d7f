// What can be put in or made of a block: for the list under a slash, the toolbar and the menu of a block.
import type { Editor } from "@tiptap/core";
import {
  CodeXml,
  FileUp,
  Heading1,
  Heading2,
  Heading3,
  Image,
  Info,
  Lightbulb,
  List,
  ListOrdered,
  ListTodo,
  Minus,
  Pilcrow,
  Quote,
  Table,
  TriangleAlert,
} from "lucide-react";
import type { BlockCommand } from "./block-command";
import { BLOCK_KEYS } from "./shortcut-list";
import { writingState } from "./writing-state";

/** What a block can be turned into, with how one tells that it is that already. */
export interface BlockStyle extends BlockCommand {
  readonly isActive: (editor: Editor) => boolean;
}

/** A heading can't stand in a list, so a list's item leaves it first. */
function plainly(editor: Editor) {
  const chain = editor.chain().focus();
  return editor.isActive("listItem") || editor.isActive("taskItem") ? chain.clearNodes() : chain;
}

function heading(level: 1 | 2 | 3, icon: BlockCommand["icon"], words: string): BlockStyle {
  return {
    id: `heading-${level}`,
    ...BLOCK_KEYS[`heading-${level}`],
    group: "Text",
    icon,
    hint: words,
    keywords: [`h${level}`, "title", "section"],
    run: (editor) => plainly(editor).setHeading({ level }).run(),
    isActive: (editor) => editor.isActive("heading", { level }),
  };
}

function callout(tone: "note" | "tip" | "warning", label: string, icon: BlockCommand["icon"]): BlockStyle {
  return {
    id: `callout-${tone}`,
    label,
    group: "Blocks",
    icon,
    hint: "A box that stands out",
    keywords: ["callout", "box", "info", tone],
    run: (editor) =>
      editor.isActive("callout")
        ? editor.chain().focus().updateAttributes("callout", { tone }).run()
        : editor.chain().focus().wrapIn("callout", { tone }).run(),
    isActive: (editor) => editor.isActive("callout", { tone }),
  };
}

export const PLAIN: BlockStyle = {
  id: "paragraph",
  ...BLOCK_KEYS.paragraph,
  group: "Text",
  icon: Pilcrow,
  keywords: ["paragraph", "plain", "body"],
  run: (editor) => plainly(editor).setParagraph().run(),
  isActive: (editor) => editor.isActive("paragraph"),
};

export const BLOCK_STYLES: readonly BlockStyle[] = [
  PLAIN,
  heading(1, Heading1, "A part of the text"),
  heading(2, Heading2, "A section"),
  heading(3, Heading3, "A smaller one"),
  {
    id: "bulletList",
    ...BLOCK_KEYS.bulletList,
    group: "Lists",
    icon: List,
    keywords: ["ul", "unordered", "points", "-"],
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
    isActive: (editor) => editor.isActive("bulletList"),
  },
  {
    id: "orderedList",
    ...BLOCK_KEYS.orderedList,
    group: "Lists",
    icon: ListOrdered,
    keywords: ["ol", "ordered", "steps", "1."],
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
    isActive: (editor) => editor.isActive("orderedList"),
  },
  {
    id: "taskList",
    ...BLOCK_KEYS.taskList,
    group: "Lists",
    icon: ListTodo,
    hint: "To tick off",
    keywords: ["todo", "checkbox", "check", "[]"],
    run: (editor) => editor.chain().focus().toggleTaskList().run(),
    isActive: (editor) => editor.isActive("taskList"),
  },
  {
    id: "blockquote",
    ...BLOCK_KEYS.blockquote,
    group: "Blocks",
    icon: Quote,
    keywords: ["blockquote", "citation", ">"],
    run: (editor) => editor.chain().focus().toggleBlockquote().run(),
    isActive: (editor) => editor.isActive("blockquote"),
  },
  callout("note", "Note", Info),
  callout("tip", "Tip", Lightbulb),
  callout("warning", "Warning", TriangleAlert),
  {
    id: "codeBlock",
    ...BLOCK_KEYS.codeBlock,
    group: "Blocks",
    icon: CodeXml,
    keywords: ["pre", "program", "source", "```"],
    run: (editor) => editor.chain().focus().toggleCodeBlock().run(),
    isActive: (editor) => editor.isActive("codeBlock"),
  },
];

export const INSERT_TABLE: BlockCommand = {
  id: "table",
  label: "Table",
  group: "Insert",
  icon: Table,
  keywords: ["grid", "rows", "columns"],
  run: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
};

export const INSERT_RULE: BlockCommand = {
  id: "rule",
  label: "Line",
  group: "Insert",
  icon: Minus,
  keywords: ["divider", "separator", "horizontal", "rule", "hr", "---"],
  run: (editor) => editor.chain().focus().setHorizontalRule().run(),
};

export const INSERT_FILE: BlockCommand = {
  id: "file",
  label: "Text of a file",
  group: "Insert",
  icon: FileUp,
  hint: "Word, Markdown, HTML",
  keywords: ["file", "import", "docx", "word", "markdown", "html"],
  run: (editor) => writingState(editor).panel.set("file"),
};

export function insertPicture(choose: (editor: Editor) => void): BlockCommand {
  return {
    id: "picture",
    label: "Picture",
    group: "Insert",
    icon: Image,
    hint: "Upload one",
    keywords: ["image", "photo", "upload", "img"],
    run: choose,
  };
}
