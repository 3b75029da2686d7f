"use client";
import type { Editor, JSONContent } from "@tiptap/core";
import { type ReactNode, useRef, useState } from "react";
import { usePart } from "@/ui/use-part";
import type { Body } from "../../body-rules";
import { InsertFile } from "../convert/insert-file";
import { BubbleToolbar } from "./bubble-toolbar";
import { EditorToolbar } from "./editor-toolbar";
import { LinkPopover } from "./link-popover";
import { SuggestionPopup } from "./suggestion-popup";
import { useIsWriting } from "./use-is-writing";
import { useSlot, writingState } from "./writing-state";
import "./editor.css";

const loadHandle = () => import("./block-handle-part").then((part) => part.BlockHandlePart);
const loadFindBar = () => import("./find-bar-part").then((part) => part.FindBarPart);
const loadContents = () => import("./contents-panel-part").then((part) => part.ContentsPanelPart);
const loadShortcuts = () => import("./shortcuts-part").then((part) => part.ShortcutsPart);

const ignore = () => {};

interface EditorFrameProps {
  readonly editor: Editor;
  /** The text itself, an `EditorContent`. */
  readonly children: ReactNode;
  /** Other parts' tools for chosen words; buttons of a toolbar, so with `data-tool`. */
  readonly selectionTools?: ReactNode;
  /** Other parts' tools for the toolbar's end, likewise. */
  readonly tools?: ReactNode;
}

/** Everything around the text while one writes. Readers of a live text keep finding and contents. */
export function EditorFrame({ editor, children, selectionTools, tools }: EditorFrameProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { isWriting, onFocus, onBlur } = useIsWriting(frame);
  const { panel: slot } = writingState(editor);
  const panel = useSlot(slot);
  const close = () => slot.set(null);
  const isFinding = panel === "find" || panel === "replace";
  const [hasMouse, setMouse] = useState(false);
  const Handle = usePart(loadHandle, hasMouse, ignore);
  const FindBar = usePart(loadFindBar, isFinding, close);
  const Contents = usePart(loadContents, panel === "contents", close);
  const Shortcuts = usePart(loadShortcuts, panel === "shortcuts", close);

  const insert = ({ content = [] }: NonNullable<Body>) =>
    editor
      .chain()
      .focus()
      .insertContent(content as JSONContent[])
      .run();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only knows whether the focus is within.
    <div
      ref={frame}
      {...(isWriting && { "data-writing": "" })}
      onPointerMove={({ pointerType }) => pointerType === "mouse" && setMouse(true)}
      onFocus={onFocus}
      onBlur={onBlur}
      className="group/frame relative min-w-0 max-sm:data-writing:pb-16"
    >
      <EditorToolbar editor={editor}>{tools}</EditorToolbar>
      {FindBar && isFinding && <FindBar editor={editor} isReplacing={editor.isEditable} onClose={close} />}
      {Contents && panel === "contents" && <Contents editor={editor} onClose={close} />}
      <div className="pt-4">{children}</div>
      {Handle && <Handle editor={editor} frame={frame} />}
      <BubbleToolbar editor={editor}>{selectionTools}</BubbleToolbar>
      <LinkPopover editor={editor} />
      <SuggestionPopup editor={editor} />
      <InsertFile open={panel === "file"} onOpenChange={(open) => open || close()} onInsert={insert} />
      {Shortcuts && (
        <Shortcuts
          open={panel === "shortcuts"}
          onClose={() => {
            close();
            editor.commands.focus();
          }}
        />
      )}
    </div>
  );
}
