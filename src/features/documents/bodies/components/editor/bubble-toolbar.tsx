"use client";
import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { useEditorState } from "@tiptap/react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { selectionPlace } from "./selection-place";
import { ToolbarButton } from "./toolbar-button";
import { BOLD, HIGHLIGHT, ITALIC, LINK } from "./tools";
import { useFloatingPlace } from "./use-floating-place";
import { useRovingFocus } from "./use-roving-focus";
import { useSlot, writingState } from "./writing-state";

interface BubbleToolbarProps {
  readonly editor: Editor;
  /** What others can do with chosen words: a button to comment, with `data-tool`. */
  readonly children?: ReactNode;
}

/** Tools beside chosen words, for those who choose by mouse or keys; a touch screen has its own menu there. */
export function BubbleToolbar({ editor, children }: BubbleToolbarProps) {
  const isSelecting = useIsSelecting(editor);
  const panel = useSlot(writingState(editor).panel);
  const [isIn, setIn] = useState(false);
  const { from, to, isWorth, isFocused, isEditable } = useEditorState({
    editor,
    selector: () => {
      const { selection, doc } = editor.state;
      const { from, to } = selection;
      const isWords =
        selection instanceof TextSelection && !selection.empty && doc.textBetween(from, to, " ").trim() !== "";
      return {
        from,
        to,
        isWorth: isWords && !editor.isActive("codeBlock") && !editor.view.composing,
        isFocused: editor.isFocused,
        isEditable: editor.isEditable,
      };
    },
  });
  const isShown = isWorth && (isFocused || isIn) && !isSelecting && panel === null && (isEditable || Boolean(children));
  if (!isShown) return null;
  return createPortal(
    <Bar editor={editor} sign={`${from} ${to}`} isEditable={isEditable} onIn={setIn}>
      {children}
    </Bar>,
    document.body,
  );
}

interface BarProps extends BubbleToolbarProps {
  readonly sign: string;
  readonly isEditable: boolean;
  readonly onIn: (isIn: boolean) => void;
}

function Bar({ editor, sign, isEditable, onIn, children }: BarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const { onKeyDown, onFocus } = useRovingFocus(bar);
  useFloatingPlace(bar, editor.view.dom, () => selectionPlace(editor), "top", sign);
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.preventDefault();
      editor.commands.focus();
    } else onKeyDown(event);
  };
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Tools for the chosen words"
      onKeyDown={keys}
      onFocus={(event) => {
        onIn(true);
        onFocus(event);
      }}
      onBlur={(event) => onIn(event.currentTarget.contains(event.relatedTarget))}
      className="fixed top-0 left-0 z-20 opacity-0 flex items-center gap-0.5 rounded-m border bg-surface p-1 font-ui shadow-pop pointer-coarse:hidden"
    >
      {isEditable &&
        [BOLD, ITALIC, LINK, HIGHLIGHT].map((tool) => <ToolbarButton key={tool.id} editor={editor} tool={tool} />)}
      {children}
    </div>
  );
}

/** Whether somebody is dragging over words: what opens under the pointer would be in the way. */
function useIsSelecting(editor: Editor): boolean {
  const [isSelecting, setSelecting] = useState(false);
  useEffect(() => {
    const { dom } = editor.view;
    const down = () => setSelecting(true);
    const up = () => setSelecting(false);
    dom.addEventListener("pointerdown", down);
    for (const name of ["pointerup", "pointercancel", "dragend"]) window.addEventListener(name, up);
    return () => {
      dom.removeEventListener("pointerdown", down);
      for (const name of ["pointerup", "pointercancel", "dragend"]) window.removeEventListener(name, up);
    };
  }, [editor]);
  return isSelecting;
}
