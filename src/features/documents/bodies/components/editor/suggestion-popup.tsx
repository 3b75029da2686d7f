"use client";
import type { Editor } from "@tiptap/core";
import clsx from "clsx";
import { useEffect, useId, useRef } from "react";
import { createPortal } from "react-dom";
import { LiveRegion } from "@/ui/live-region";
import { useFloatingPlace } from "./use-floating-place";
import { type Suggested, useSlot, writingState } from "./writing-state";

/** The list under a slash or a colon. The focus stays in the text, which says by ARIA what is chosen here. */
export function SuggestionPopup({ editor }: { readonly editor: Editor }) {
  const suggested = useSlot(writingState(editor).suggested);
  return (
    <>
      {suggested && createPortal(<List editor={editor} suggested={suggested} />, document.body)}
      <LiveRegion>
        {suggested ? `${suggested.items.length} ${suggested.items.length === 1 ? "choice" : "choices"}` : ""}
      </LiveRegion>
    </>
  );
}

function List({ editor, suggested }: { readonly editor: Editor; readonly suggested: Suggested }) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const { items, index, label, choose, close } = suggested;
  const { dom } = editor.view;
  const optionId = (at: number) => `${id}-${at}`;
  const groups = [...new Set(items.map(({ group }) => group))];
  useFloatingPlace(list, dom, suggested.place, "bottom-start", suggested);

  useEffect(() => {
    dom.setAttribute("aria-autocomplete", "list");
    dom.setAttribute("aria-controls", id);
    return () => {
      for (const name of ["aria-autocomplete", "aria-controls", "aria-activedescendant"]) dom.removeAttribute(name);
    };
  }, [dom, id]);
  const chosenId = optionId(index);
  useEffect(() => {
    dom.setAttribute("aria-activedescendant", chosenId);
    document.getElementById(chosenId)?.scrollIntoView({ block: "nearest" });
  }, [dom, chosenId]);
  useEffect(() => {
    const onPointerDown = ({ target }: PointerEvent) => {
      if (target instanceof Node && !list.current?.contains(target) && !dom.contains(target)) close();
    };
    document.addEventListener("pointerdown", onPointerDown, true);
    return () => document.removeEventListener("pointerdown", onPointerDown, true);
  }, [dom, close]);

  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={label}
      // A box that scrolls must be reachable; who goes on in the text has no need to.
      tabIndex={0}
      // The text keeps the focus, and on a phone its keyboard.
      onMouseDown={(event) => event.preventDefault()}
      className="fixed top-0 left-0 z-50 opacity-0 max-h-[min(20rem,50vh)] w-[19rem] max-w-[calc(100vw-1rem)] overflow-y-auto overscroll-contain rounded-m border bg-surface p-1 shadow-pop"
    >
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options, which no element is.
        <div key={group} role="group" aria-label={group}>
          <div aria-hidden="true" className="px-2.5 pt-2 pb-1 text-label text-ink-3">
            {group}
          </div>
          {items.map((item, at) => {
            if (item.group !== group) return null;
            const Icon = item.icon;
            return (
              // biome-ignore lint/a11y/useFocusableInteractive: the text has the focus and names the option.
              // biome-ignore lint/a11y/useKeyWithClickEvents: the text listens to the keys.
              <div
                key={item.id}
                id={optionId(at)}
                role="option"
                aria-selected={at === index}
                onClick={() => choose(at)}
                className={clsx(
                  "flex min-h-9 cursor-pointer items-center gap-2.5 rounded-s px-2.5 py-1 select-none hover:bg-sunk max-sm:min-h-11",
                  at === index && "bg-sunk",
                )}
              >
                <span aria-hidden="true" className="grid size-5 shrink-0 place-items-center text-ink-3">
                  {typeof Icon === "string" ? Icon : <Icon className="size-4" />}
                </span>
                <span className="min-w-0">
                  <span className="block truncate">{item.label}</span>
                  {item.hint && <span className="block truncate text-small text-ink-3">{item.hint}</span>}
                </span>
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
