"use client";
import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import {
  BetweenHorizontalStart,
  BetweenVerticalStart,
  Columns3,
  Heading,
  Rows3,
  Table2,
  TableCellsMerge,
  TableCellsSplit,
  Trash2,
} from "lucide-react";
import type { MenuEntry } from "@/ui/menu-part";
import { TOOL_LOOK } from "./toolbar-button";
import { ToolbarMenu } from "./toolbar-menu";
import { whenComposed } from "./when-composed";

type Chain = ReturnType<Editor["chain"]>;

const ACTS: readonly (readonly [string, typeof Table2, (chain: Chain) => Chain] | null)[] = [
  ["Add row above", BetweenHorizontalStart, (chain) => chain.addRowBefore()],
  ["Add row below", BetweenHorizontalStart, (chain) => chain.addRowAfter()],
  ["Add column before", BetweenVerticalStart, (chain) => chain.addColumnBefore()],
  ["Add column after", BetweenVerticalStart, (chain) => chain.addColumnAfter()],
  null,
  ["Header row on or off", Heading, (chain) => chain.toggleHeaderRow()],
  ["Header column on or off", Heading, (chain) => chain.toggleHeaderColumn()],
  ["Merge cells", TableCellsMerge, (chain) => chain.mergeCells()],
  ["Split cell", TableCellsSplit, (chain) => chain.splitCell()],
  null,
  ["Delete row", Rows3, (chain) => chain.deleteRow()],
  ["Delete column", Columns3, (chain) => chain.deleteColumn()],
  ["Delete table", Trash2, (chain) => chain.deleteTable()],
];

/** What can be done with the table that the caret is in. What can't be done now says so by being dimmed. */
function tableEntries(editor: Editor): readonly MenuEntry[] {
  return ACTS.map((entry): MenuEntry => {
    if (!entry) return { kind: "line" };
    const [label, Icon, act] = entry;
    return {
      kind: "act",
      label,
      icon: <Icon aria-hidden="true" className="size-4" />,
      isDisabled: !act(editor.can().chain() as Chain).run(),
      onSelect: () => whenComposed(editor, () => act(editor.chain().focus()).run()),
    };
  });
}

/** A tool that is there while the caret is in a table. */
export function TableTool({ editor }: { readonly editor: Editor }) {
  const { isInTable } = useEditorState({ editor, selector: () => ({ isInTable: editor.isActive("table") }) });
  if (!isInTable) return null;
  return (
    <ToolbarMenu editor={editor} label="Table" className={TOOL_LOOK} entries={() => tableEntries(editor)}>
      <Table2 aria-hidden="true" className="size-4" />
    </ToolbarMenu>
  );
}
