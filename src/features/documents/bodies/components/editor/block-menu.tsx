// What can be done with the blocks that one is in: the menu beside a block, and the end of the toolbar's.
import type { Editor } from "@tiptap/core";
import { ArrowDown, ArrowUp, Copy, Link2, Trash2 } from "lucide-react";
import type { MenuEntry } from "@/ui/menu-part";
import { toast } from "@/ui/toast";
import type { BlockCommand } from "./block-command";
import { deletedBlocks, duplicatedBlocks, movedBlocks, selectedBlocks, textFragment } from "./block-rules";
import { whenComposed } from "./when-composed";

export function BlockIcon({ icon: Icon }: Pick<BlockCommand, "icon">) {
  return typeof Icon === "string" ? Icon : <Icon className="size-4" />;
}

export function commandEntry({ label, icon, hint }: BlockCommand, onSelect: () => void): MenuEntry {
  return { kind: "act", label, hint, icon: <BlockIcon icon={icon} />, onSelect };
}

/** Acts on the blocks of the selection. */
export function blockEntries(editor: Editor): readonly MenuEntry[] {
  const acts: readonly (readonly [string, typeof Copy, () => void])[] = [
    ["Move up", ArrowUp, () => dispatch(editor, movedBlocks(editor.state, -1))],
    ["Move down", ArrowDown, () => dispatch(editor, movedBlocks(editor.state, 1))],
    ["Duplicate", Copy, () => withBlocks(editor, (range) => dispatch(editor, duplicatedBlocks(editor.state, range)))],
    ["Copy link to block", Link2, () => withBlocks(editor, ({ from, to }) => copyLink(editor, from, to))],
    ["Delete block", Trash2, () => withBlocks(editor, (range) => dispatch(editor, deletedBlocks(editor.state, range)))],
  ];
  return acts.map(([label, Icon, act]) => ({
    kind: "act",
    label,
    icon: <Icon aria-hidden="true" className="size-4" />,
    onSelect: () => whenComposed(editor, act),
  }));
}

function dispatch(editor: Editor, transaction: ReturnType<typeof movedBlocks>): void {
  if (transaction && editor.isEditable) editor.view.dispatch(transaction);
  editor.commands.focus();
}

function withBlocks(editor: Editor, act: (range: NonNullable<ReturnType<typeof selectedBlocks>>) => void): void {
  const range = selectedBlocks(editor.state.selection);
  if (range) act(range);
}

function copyLink(editor: Editor, from: number, to: number): void {
  const fragment = textFragment(editor.state.doc.textBetween(from, to, " ", " "));
  if (!fragment) {
    toast("This block has no words that a link could lead to.");
    return;
  }
  const address = `${window.location.href.replace(/#.*$/, "")}#${fragment}`;
  navigator.clipboard.writeText(address).then(
    () => toast("The link is in your clipboard."),
    () => toast("The browser refused to copy the link.", { tone: "error" }),
  );
}
