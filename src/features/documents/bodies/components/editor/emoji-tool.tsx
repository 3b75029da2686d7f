"use client";
import type { Editor } from "@tiptap/core";
import { type ReactNode, useRef, useState } from "react";
import { usePart } from "@/ui/use-part";
import { keepSelection, TOOL_LOOK } from "./toolbar-button";
import { whenComposed } from "./when-composed";

const loadPicker = () => import("./emoji-picker-part").then((part) => part.EmojiPickerPart);

/** A tool that opens a board of emoji. */
export function EmojiTool({ editor, icon }: { readonly editor: Editor; readonly icon: ReactNode }) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const Part = usePart(loadPicker, isOpen, () => setOpen(false));
  const take = (emoji: string) => {
    setOpen(false);
    whenComposed(editor, () => editor.chain().focus().insertContent(emoji).run());
  };
  return (
    <>
      <button
        ref={anchor}
        type="button"
        data-tool=""
        tabIndex={-1}
        aria-label="Emoji"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onMouseDown={keepSelection}
        onClick={() => setOpen(!isOpen)}
        className={TOOL_LOOK}
      >
        {icon}
      </button>
      {Part && <Part editor={editor} anchor={anchor} open={isOpen} onOpenChange={setOpen} onTake={take} />}
    </>
  );
}
