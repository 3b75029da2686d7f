"use client";
import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import clsx from "clsx";
import type { MouseEvent } from "react";
import { useCommandKey } from "@/ui/kbd";
import { Tooltip } from "@/ui/tooltip";
import { keysInWords, type Tool } from "./tools";
import { whenComposed } from "./when-composed";

export const TOOL_LOOK =
  "inline-flex size-[34px] max-sm:size-10 shrink-0 items-center justify-center rounded-s border border-transparent text-ink-2 select-none hover:bg-sunk hover:text-ink aria-pressed:bg-sunk aria-pressed:text-ink aria-expanded:bg-sunk aria-disabled:cursor-not-allowed aria-disabled:text-ink-3/60 aria-disabled:hover:bg-transparent";

/** Keeps the selection in the text while one presses a tool. */
export function keepSelection(event: MouseEvent): void {
  event.preventDefault();
}

export function ToolbarButton({ editor, tool }: { readonly editor: Editor; readonly tool: Tool }) {
  const { isActive, isOff } = useEditorState({
    editor,
    selector: () => ({
      isActive: tool.isActive?.(editor) ?? false,
      isOff: (!editor.isEditable && !tool.isForReading) || (tool.isOff?.(editor) ?? false),
    }),
  });
  const isApple = useCommandKey() === "⌘";
  const keys = tool.keys && keysInWords(tool.keys, isApple);
  const Icon = tool.icon;

  const press = (event: MouseEvent) => {
    if (isOff) return;
    // By keyboard one stays in the toolbar, to press the next one.
    const isPointer = event.detail > 0;
    whenComposed(editor, () => {
      tool.run(editor);
      if (isPointer && !tool.isLeaving) editor.commands.focus();
    });
  };
  return (
    <Tooltip text={keys ? `${tool.label} (${keys})` : tool.label}>
      <button
        type="button"
        data-tool=""
        tabIndex={-1}
        aria-label={tool.label}
        aria-disabled={isOff || undefined}
        {...(tool.isActive && { "aria-pressed": isActive })}
        onMouseDown={keepSelection}
        onClick={press}
        className={clsx(TOOL_LOOK)}
      >
        <Icon aria-hidden="true" className="size-4" />
      </button>
    </Tooltip>
  );
}
