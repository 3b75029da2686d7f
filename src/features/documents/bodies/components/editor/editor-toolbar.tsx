"use client";
import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { ChevronDown, Ellipsis, Keyboard, Plus, SmilePlus } from "lucide-react";
import { Fragment, type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import type { MenuEntry } from "@/ui/menu-part";
import type { BlockCommand } from "./block-command";
import { BlockIcon, blockEntries, commandEntry } from "./block-menu";
import { BLOCK_STYLES, PLAIN } from "./commands";
import { EmojiTool } from "./emoji-tool";
import { overflowing } from "./fitting-rules";
import { TableTool } from "./table-tool";
import { TOOL_LOOK, ToolbarButton } from "./toolbar-button";
import { ToolbarMenu } from "./toolbar-menu";
import { READING_TOOLS, TOOLS, type Tool } from "./tools";
import { useKeyboardInset } from "./use-keyboard-inset";
import { useRovingFocus } from "./use-roving-focus";
import { useWidth } from "./use-width";
import { whenComposed } from "./when-composed";
import { writingState } from "./writing-state";

const STYLE_WIDTH = 138;
const MENU_LOOK =
  "inline-flex h-[34px] max-sm:h-10 shrink-0 items-center justify-between gap-1 rounded-s px-2 text-ink-2 select-none hover:bg-sunk hover:text-ink aria-expanded:bg-sunk aria-disabled:cursor-not-allowed aria-disabled:text-ink-3";

interface EditorToolbarProps {
  readonly editor: Editor;
  /** Of another part's making, at the end: a button to comment. */
  readonly children?: ReactNode;
}

/** The tools above the text; on a phone below it, over the keyboard. Alt+F10 leads here, Escape back to the text. */
export function EditorToolbar({ editor, children }: EditorToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const room = useWidth(bar);
  const inset = useKeyboardInset();
  const { focusBar, onKeyDown, onFocus } = useRovingFocus(bar);
  const { isEditable, isInTable, styleId } = useEditorState({
    editor,
    selector: () => ({
      isEditable: editor.isEditable,
      isInTable: editor.isActive("table"),
      styleId: BLOCK_STYLES.findLast((style) => style.isActive(editor))?.id,
    }),
  });
  const style = BLOCK_STYLES.find(({ id }) => id === styleId) ?? PLAIN;
  const { toolbar, commands, panel } = writingState(editor);

  useEffect(() => {
    toolbar.set(focusBar);
    return () => toolbar.set(null);
  }, [toolbar, focusBar]);

  // Tools of a phone are larger, for thumbs, and have no words.
  const isNarrow = room > 0 && room < 600;
  const each = isNarrow ? 42 : 36;
  const groups = isEditable ? TOOLS : [];
  const gone = overflowing(
    [
      ...groups.flatMap((tools, group) =>
        tools.map(({ id }, at) => ({ id, width: each, rank: RANKS[id] ?? group * 10 + at })),
      ),
      ...READING_TOOLS.map(({ id }, at) => ({ id, width: each, rank: 5 + at })),
      { id: "fixed", width: fixedWidth() },
    ],
    // Not measured yet: then all are there, and the first of them is where Tab stops.
    room || Number.POSITIVE_INFINITY,
  );
  /** Of what never goes: style, what is put in, comments and the menu of the rest; with room for the gaps. */
  function fixedWidth(): number {
    if (!isEditable) return each * 2 + 8;
    const others = each * (isInTable ? 4 : 3) + 12;
    return others + (isNarrow ? each : STYLE_WIDTH + each);
  }
  const stays = (tools: readonly Tool[]) => tools.filter(({ id }) => !gone.has(id));
  const act = (run: (editor: Editor) => void) => () => whenComposed(editor, () => run(editor));
  const toolEntry = ({ label, icon: Icon, run, isOff, isLeaving }: Tool): MenuEntry => ({
    kind: "act",
    label,
    icon: <Icon aria-hidden="true" className="size-4" />,
    isDisabled: isOff?.(editor),
    onSelect: act((now) => {
      if (!isLeaving) now.commands.focus();
      run(now);
    }),
  });
  const rest = (): readonly MenuEntry[] => [
    ...[...groups.flat(), ...READING_TOOLS].filter(({ id }) => gone.has(id)).map(toolEntry),
    ...(gone.size > 0 ? [{ kind: "line" as const }] : []),
    ...(isEditable ? [...blockEntries(editor), { kind: "line" as const }] : []),
    {
      kind: "act",
      label: "Keyboard shortcuts",
      icon: <Keyboard aria-hidden="true" className="size-4" />,
      onSelect: () => panel.set("shortcuts"),
    },
  ];
  const inserting = (): readonly MenuEntry[] =>
    grouped(
      commands.filter(({ group }) => group !== "Text" && group !== "Lists"),
      act,
    );

  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented && bar.current?.contains(event.target as Node)) {
      event.preventDefault();
      editor.commands.focus();
    } else onKeyDown(event);
  };

  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Writing tools"
      aria-orientation="horizontal"
      onKeyDown={keys}
      onFocus={onFocus}
      style={{ bottom: inset }}
      className="z-[9] flex min-w-0 items-center gap-0.5 border-b bg-paper py-1 max-sm:fixed max-sm:inset-x-0 max-sm:border-t max-sm:border-b-0 max-sm:px-1.5 max-sm:not-group-data-writing/frame:hidden sm:sticky sm:top-14"
    >
      {stays(groups[0] ?? []).map((tool) => (
        <ToolbarButton key={tool.id} editor={editor} tool={tool} />
      ))}
      {isEditable && (
        <ToolbarMenu
          editor={editor}
          label={`Style of the block: ${style.label}`}
          className={isNarrow ? TOOL_LOOK : `${MENU_LOOK} w-[128px]`}
          entries={() => grouped(BLOCK_STYLES, act)}
        >
          {isNarrow ? (
            <BlockIcon icon={style.icon} />
          ) : (
            <>
              <span className="truncate">{style.label}</span>
              <ChevronDown aria-hidden="true" className="size-3.5 shrink-0 text-ink-3" />
            </>
          )}
        </ToolbarMenu>
      )}
      {groups.slice(1).map((tools, group) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups have no name but their place.
        <Fragment key={group}>
          {stays(tools).map((tool) => (
            <ToolbarButton key={tool.id} editor={editor} tool={tool} />
          ))}
        </Fragment>
      ))}
      {isEditable && (
        <>
          <ToolbarMenu editor={editor} label="Put in" className={TOOL_LOOK} entries={inserting}>
            <Plus aria-hidden="true" className="size-4" />
          </ToolbarMenu>
          <TableTool editor={editor} />
          {!isNarrow && <EmojiTool editor={editor} icon={<SmilePlus aria-hidden="true" className="size-4" />} />}
        </>
      )}
      <span className="ms-auto" />
      {children}
      {stays(READING_TOOLS).map((tool) => (
        <ToolbarButton key={tool.id} editor={editor} tool={tool} />
      ))}
      <ToolbarMenu editor={editor} label="More tools" className={TOOL_LOOK} entries={rest}>
        <Ellipsis aria-hidden="true" className="size-4" />
      </ToolbarMenu>
    </div>
  );
}

/** What people on a phone want longest; the rest goes in its order. */
const RANKS: Readonly<Record<string, number>> = { bold: 0, undo: 1, italic: 2, bulletList: 3, link: 4 };

function grouped(commands: readonly BlockCommand[], act: (run: BlockCommand["run"]) => () => void): MenuEntry[] {
  const groups = [...new Set(commands.map(({ group }) => group))];
  return groups.flatMap((group, at) => [
    ...(at > 0 ? [{ kind: "line" as const }] : []),
    ...commands.filter((command) => command.group === group).map((command) => commandEntry(command, act(command.run))),
  ]);
}
