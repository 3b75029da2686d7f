"use client";
import type { Editor } from "@tiptap/core";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef, useState } from "react";
import type { MenuEntry, MenuStart } from "@/ui/menu-part";
import { usePart } from "@/ui/use-part";
import { keepSelection } from "./toolbar-button";

const loadMenu = () => import("@/ui/menu-part").then((part) => part.MenuPart);

interface ToolbarMenuProps {
  readonly editor: Editor;
  readonly label: string;
  /** Read while it is open. */
  readonly entries: () => readonly MenuEntry[];
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined;
  readonly className: string;
  readonly side?: "top" | "bottom" | undefined;
  readonly isOff?: boolean | undefined;
  readonly children: ReactNode;
}

/** A tool that opens a menu. Something chosen leads back to the text, Escape to the tool. */
export function ToolbarMenu({
  editor,
  label,
  entries,
  className,
  side = "bottom",
  isOff,
  onOpenChange,
  children,
}: ToolbarMenuProps) {
  const anchor = useRef<HTMLButtonElement>(null);
  const wasChosen = useRef(false);
  const [isOpen, setOpen] = useState(false);
  const [start, setStart] = useState<MenuStart>();
  const turn = (next: boolean) => {
    setOpen(next);
    onOpenChange?.(next);
  };
  const Part = usePart(loadMenu, isOpen, () => turn(false));

  const open = (at: MenuStart) => {
    if (isOff) return;
    wasChosen.current = false;
    setStart(at);
    turn(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    open(event.key === "ArrowDown" ? "first" : "last");
  };
  const chosen = (entry: MenuEntry): MenuEntry =>
    entry.kind === "act"
      ? {
          ...entry,
          onSelect: () => {
            wasChosen.current = true;
            entry.onSelect();
          },
        }
      : entry;

  return (
    <>
      <button
        ref={anchor}
        type="button"
        data-tool=""
        tabIndex={-1}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-disabled={isOff || undefined}
        onMouseDown={keepSelection}
        onClick={(event: MouseEvent) => open(event.detail === 0 ? "first" : undefined)}
        onKeyDown={onKeyDown}
        className={className}
      >
        {children}
      </button>
      {Part && (
        <Part
          {...{ label, anchor, start, side }}
          align="start"
          entries={isOpen ? entries().map(chosen) : []}
          open={isOpen}
          onOpenChange={turn}
          finalFocus={() => (wasChosen.current && editor.isFocused ? false : anchor.current)}
        />
      )}
    </>
  );
}
