"use client";
import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { usePart } from "@/ui/use-part";
import { useSlot, writingState } from "./writing-state";

const loadSheets = () => import("./link-sheets-part").then((part) => part.LinkSheetsPart);

/** Where a link leads, and a way to change it: a small sheet while the caret is in one, a line to type in when asked. */
export function LinkPopover({ editor }: { readonly editor: Editor }) {
  const { panel } = writingState(editor);
  const isAsked = useSlot(panel) === "link";
  const { href, at, isPoint, isFocused, isEditable } = useEditorState({
    editor,
    selector: () => ({
      href: editor.isActive("link") ? String(editor.getAttributes("link").href) : null,
      isPoint: editor.state.selection.empty,
      at: editor.state.selection.from,
      isFocused: editor.isFocused,
      isEditable: editor.isEditable,
    }),
  });
  const isShown = isEditable && (isAsked || (href !== null && isPoint && isFocused));
  const close = () => {
    if (isAsked) panel.set(null);
  };
  const Sheets = usePart(loadSheets, isShown, close);
  return Sheets && isShown ? <Sheets editor={editor} href={href} at={at} isAsked={isAsked} onDone={close} /> : null;
}
