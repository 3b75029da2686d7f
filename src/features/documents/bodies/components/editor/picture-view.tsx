"use client";
import { type NodeViewProps, NodeViewWrapper, useEditorState } from "@tiptap/react";
import clsx from "clsx";
import { type KeyboardEvent, useRef, useState } from "react";
import { BodyPicture } from "../view/body-picture";
import { PictureHandle } from "./picture-handle";
import { PictureWords } from "./picture-words";

const STEPS = [25, 50, 75, 100];

/** A picture in the text. Chosen, it shows its words and its width, to be changed there. */
export function PictureView({ node, editor, selected, getPos }: NodeViewProps) {
  const { picture, alt, width } = node.attrs as { picture: string; alt: string; width: number | null };
  const { isEditable } = useEditorState({ editor, selector: () => ({ isEditable: editor.isEditable }) });
  const [dragged, setDragged] = useState<number | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const isOpen = selected && isEditable;
  const shown = dragged ?? width;

  /** An attribute alone, so that the picture stays chosen. */
  const set = (name: string, value: unknown) => {
    const at = getPos();
    if (at !== undefined && editor.isEditable) editor.view.dispatch(editor.state.tr.setNodeAttribute(at, name, value));
  };
  const setWidth = (next: number) => {
    setDragged(null);
    set("width", next === 100 ? null : next);
  };
  /** Escape and Enter lead back to the picture in the text, from where the arrows lead on. */
  const onKeyDown = (event: KeyboardEvent) => {
    const isDone = event.key === "Escape" || (event.key === "Enter" && event.target instanceof HTMLInputElement);
    const at = getPos();
    if (!isDone || event.nativeEvent.isComposing || at === undefined) return;
    event.preventDefault();
    editor.chain().setNodeSelection(at).focus().run();
  };

  return (
    <NodeViewWrapper onKeyDown={onKeyDown}>
      <div
        ref={box}
        data-drag-handle=""
        className={clsx(
          "relative min-h-8 w-fit min-w-16 max-w-full rounded-m bg-sunk",
          isOpen && "outline-2 outline-offset-2 outline-focus",
        )}
        {...(shown !== null && { style: { width: `${shown}%` } })}
      >
        <BodyPicture id={picture} alt={alt} width={shown === null ? null : 100} />
        {isOpen && <PictureHandle width={shown ?? 100} onDrag={setDragged} onWidth={setWidth} box={box} />}
      </div>
      {isOpen && (
        // biome-ignore lint/a11y/noStaticElementInteractions: it listens to what bubbles from its controls.
        <div
          onKeyDown={onKeyDown}
          className="mt-2 flex max-w-md flex-wrap items-end gap-2 font-ui text-text not-italic"
        >
          <PictureWords editor={editor} picture={picture} alt={alt} onWords={(words) => set("alt", words)} />
          <fieldset className="flex gap-1">
            <legend className="sr-only">Width</legend>
            {STEPS.map((step) => (
              <button
                key={step}
                type="button"
                aria-pressed={(width ?? 100) === step}
                onClick={() => setWidth(step)}
                className="min-h-[34px] rounded-s border border-line-strong bg-surface px-2 text-small tabular-nums aria-pressed:border-ink aria-pressed:bg-sunk aria-pressed:font-semibold"
              >
                {step}%
              </button>
            ))}
          </fieldset>
        </div>
      )}
    </NodeViewWrapper>
  );
}
