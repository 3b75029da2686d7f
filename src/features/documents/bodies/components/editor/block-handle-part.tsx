"use client";
import type { Editor } from "@tiptap/core";
import { NodeSelection, Selection } from "@tiptap/pm/state";
import { useEditorState } from "@tiptap/react";
import { GripVertical } from "lucide-react";
import { type DragEvent, type RefObject, useEffect, useRef, useState } from "react";
import type { MenuEntry } from "@/ui/menu-part";
import { blockEntries, commandEntry } from "./block-menu";
import { blockAround } from "./block-rules";
import { BLOCK_STYLES } from "./commands";
import { ToolbarMenu } from "./toolbar-menu";
import { whenComposed } from "./when-composed";

/** Where the handle stands: beside which block, by its start in the document, and how far down in the frame. */
interface Spot {
  readonly pos: number;
  readonly top: number;
}

interface BlockHandleProps {
  readonly editor: Editor;
  readonly frame: RefObject<HTMLElement | null>;
}

/**
 * A grip beside the block that is pointed at: to be dragged, or pressed for what can be done with the block. For the
 * mouse alone; by keyboard the same stands at the end of the toolbar, and on Alt+Shift with the arrows.
 */
export function BlockHandlePart({ editor, frame }: BlockHandleProps) {
  const [spot, setSpot] = useState<Spot | null>(null);
  /** While its menu is open it stays where it is. */
  const isHeld = useRef(false);
  const { isEditable } = useEditorState({ editor, selector: () => ({ isEditable: editor.isEditable }) });

  useEffect(() => {
    const { current: box } = frame;
    if (!box) return;
    const onMove = ({ clientX, clientY, pointerType, buttons, target }: PointerEvent) => {
      if (pointerType !== "mouse" || buttons !== 0 || isHeld.current) return;
      if (target instanceof Element && target.closest("[data-block-handle]")) return;
      setSpot((before) => {
        const now = spotAt(editor, box, clientX, clientY);
        return before?.pos === now?.pos && before?.top === now?.top ? before : now;
      });
    };
    const leave = () => {
      if (!isHeld.current) setSpot(null);
    };
    box.addEventListener("pointermove", onMove);
    box.addEventListener("pointerleave", leave);
    // Where a block stands is not known any more when something was written.
    editor.on("update", leave);
    return () => {
      box.removeEventListener("pointermove", onMove);
      box.removeEventListener("pointerleave", leave);
      editor.off("update", leave);
    };
  }, [editor, frame]);

  if (!spot || !isEditable) return null;
  const choose = () => {
    const node = editor.state.doc.nodeAt(spot.pos);
    if (!node) return null;
    const { tr } = editor.state;
    const chosen = NodeSelection.isSelectable(node) ? NodeSelection.create(tr.doc, spot.pos) : null;
    if (chosen) editor.view.dispatch(tr.setSelection(chosen));
    return chosen;
  };
  const onDragStart = (event: DragEvent) => {
    const chosen = choose();
    const element = editor.view.nodeDOM(spot.pos);
    if (!chosen || !(element instanceof HTMLElement)) return event.preventDefault();
    const slice = chosen.content();
    const { dom, text } = editor.view.serializeForClipboard(slice);
    event.dataTransfer.clearData();
    event.dataTransfer.setData("text/html", dom.innerHTML);
    event.dataTransfer.setData("text/plain", text);
    event.dataTransfer.effectAllowed = "copyMove";
    event.dataTransfer.setDragImage(element, 0, 0);
    // What is moved goes by the selection, which stays with its block while others write.
    editor.view.dragging = { slice, move: true };
  };
  const onOpenChange = (isOpen: boolean) => {
    isHeld.current = isOpen;
    if (isOpen) goTo(editor, spot.pos);
  };
  const entries = (): readonly MenuEntry[] => [
    ...blockEntries(editor),
    { kind: "line" },
    { kind: "heading", label: "Turn into" },
    ...BLOCK_STYLES.map((style) => commandEntry(style, () => whenComposed(editor, () => style.run(editor)))),
  ];

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it is dragged; what can be pressed is the button within.
    <div
      data-block-handle=""
      draggable
      onDragStart={onDragStart}
      onDragEnd={() => {
        editor.view.dragging = null;
        setSpot(null);
      }}
      style={{ top: spot.top }}
      className="absolute -start-7 z-[5] font-ui max-sm:hidden"
    >
      <ToolbarMenu
        editor={editor}
        label="Block"
        entries={entries}
        onOpenChange={onOpenChange}
        className="grid h-7 w-6 cursor-grab place-items-center rounded-s text-ink-3 hover:bg-sunk hover:text-ink active:cursor-grabbing"
      >
        <GripVertical aria-hidden="true" className="size-4" />
      </ToolbarMenu>
    </div>
  );
}

/** Chooses the block, or puts the caret into it: what its menu does is done to the selection. */
function goTo(editor: Editor, pos: number): void {
  const { doc, tr } = editor.state;
  const node = doc.nodeAt(pos);
  if (!node) return;
  const isWhole = node.isAtom || node.type.name === "table";
  editor.view.dispatch(
    tr.setSelection(isWhole ? NodeSelection.create(doc, pos) : Selection.near(doc.resolve(pos + 1))),
  );
}

/** The block at a height of the window, or null outside of the text. */
function spotAt(editor: Editor, box: HTMLElement, x: number, y: number): Spot | null {
  const text = editor.view.dom.getBoundingClientRect();
  if (y < text.top || y > text.bottom) return null;
  const left = Math.max(text.left + 8, Math.min(text.right - 8, x));
  const found = editor.view.posAtCoords({ left, top: y });
  if (!found) return null;
  const inside = found.inside >= 0 ? found.inside : found.pos;
  const $pos = editor.state.doc.resolve(Math.max(inside, Math.min(found.pos, editor.state.doc.content.size)));
  const block = blockAround($pos) ?? blockAround(editor.state.doc.resolve(inside));
  if (!block) return null;
  const element = editor.view.nodeDOM(block.from);
  if (!(element instanceof HTMLElement)) return null;
  const lineHeight = Number.parseFloat(getComputedStyle(element).lineHeight) || 28;
  const offset = Math.max(0, (Math.min(lineHeight, element.offsetHeight) - 28) / 2);
  return { pos: block.from, top: element.getBoundingClientRect().top - box.getBoundingClientRect().top + offset };
}
