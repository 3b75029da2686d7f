"use client";
import { Popover } from "@base-ui/react/popover";
import type { Editor } from "@tiptap/core";
import { type KeyboardEvent, type RefObject, useRef, useState } from "react";
import { controlLook } from "@/ui/field";
import { EMOJI, matchingEmoji } from "./emoji-list";

const COLUMNS = 8;
const MOST_FOUND = 64;

interface EmojiPickerProps {
  readonly editor: Editor;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onTake: (emoji: string) => void;
}

/** A board of emoji with a line to look for them; arrows go from one to the next. */
export function EmojiPickerPart({ editor, anchor, open, onOpenChange, onTake }: EmojiPickerProps) {
  const [typed, setTyped] = useState("");
  const board = useRef<HTMLDivElement>(null);
  const shown = typed.trim() === "" ? EMOJI : matchingEmoji(typed, MOST_FOUND);
  const groups = [...new Set(shown.map(({ group }) => group))];
  const [first] = shown;

  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(board.current?.querySelectorAll("button") ?? [])];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key];
    if (by === undefined || (at === -1 && event.key !== "ArrowDown")) return;
    event.preventDefault();
    buttons[at === -1 ? 0 : Math.max(0, Math.min(buttons.length - 1, at + by))]?.focus();
  };

  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} align="start" sideOffset={6} collisionPadding={8} className="z-50">
          <Popover.Popup
            aria-label="Emoji"
            finalFocus={() => (editor.isFocused ? false : anchor.current)}
            onKeyDown={onKeyDown}
            className="flex max-h-[min(22rem,var(--available-height))] w-[21rem] max-w-[calc(100vw-1rem)] flex-col rounded-m border bg-surface shadow-pop outline-none"
          >
            <div className="p-2">
              <input
                type="search"
                aria-label="Find an emoji"
                placeholder="Find, such as “tick” or “idea”"
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key === "Enter" && first) onTake(first.icon);
                }}
                className={controlLook()}
              />
            </div>
            <div ref={board} className="min-h-0 overflow-y-auto px-2 pb-2">
              {groups.map((group) => (
                <section key={group} aria-label={group}>
                  <h3 className="px-1 pt-1.5 pb-1 text-label text-ink-3">{group}</h3>
                  <div className="grid grid-cols-8">
                    {shown
                      .filter((emoji) => emoji.group === group)
                      .map(({ id, icon, label }) => (
                        <button
                          key={id}
                          type="button"
                          aria-label={label}
                          title={label}
                          onClick={() => onTake(icon)}
                          className="grid aspect-square place-items-center rounded-s text-[1.25rem] hover:bg-sunk"
                        >
                          {icon}
                        </button>
                      ))}
                  </div>
                </section>
              ))}
              {shown.length === 0 && <p className="p-2 text-small text-ink-3">None of ours has this name.</p>}
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
