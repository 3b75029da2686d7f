"use client";
import { Ellipsis } from "lucide-react";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef, useState } from "react";
import { Button, IconButton } from "./button";
import type { ButtonSize, ButtonVariant } from "./button-look";
import type { MenuEntry, MenuStart } from "./menu-part";
import { usePart } from "./use-part";

const importPart = () => import("./menu-part");
const loadMenu = () => importPart().then((part) => part.MenuPart);

export interface MenuProps {
  readonly entries: readonly MenuEntry[];
  /** What the menu is of; its name, and its tooltip when the button holds an icon alone. */
  readonly label: string;
  /** Words of the button; without them it is three dots. */
  readonly children?: ReactNode;
  readonly icon?: ReactNode;
  readonly variant?: ButtonVariant | undefined;
  readonly size?: ButtonSize | undefined;
  readonly align?: "start" | "end" | undefined;
  readonly side?: "top" | "bottom" | undefined;
  readonly className?: string | undefined;
  /** The button looks as `className` says and not like a button. */
  readonly isBare?: boolean | undefined;
}

/** A button that opens a menu of acts, links and choices. The menu's code comes when somebody points at the button. */
export function Menu(props: MenuProps) {
  const { entries, label, children, icon, variant = "ghost", size, align = "end", side = "bottom", className } = props;
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [start, setStart] = useState<MenuStart>();
  const Part = usePart(loadMenu, isOpen, () => setOpen(false));

  function open(at: MenuStart) {
    setStart(at);
    setOpen(true);
  }

  // A failed look ahead is of no consequence: opening tries again.
  const lookAhead = () => void importPart().catch(() => undefined);
  const trigger = {
    ref: anchor,
    className,
    "aria-haspopup": "menu" as const,
    "aria-expanded": isOpen,
    // A click that the keyboard made has no place in the window.
    onClick: (event: MouseEvent) => open(event.detail === 0 ? "first" : undefined),
    onPointerEnter: lookAhead,
    onFocus: lookAhead,
    onKeyDown: (event: KeyboardEvent) => {
      if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || event.altKey) return;
      event.preventDefault();
      open(event.key === "ArrowDown" ? "first" : "last");
    },
  };

  function button() {
    if (props.isBare) {
      return (
        <button type="button" {...trigger}>
          {children}
        </button>
      );
    }
    if (children === undefined) {
      const dots = <Ellipsis aria-hidden="true" className="size-4" />;
      return <IconButton {...trigger} variant={variant} size={size} label={label} icon={icon ?? dots} />;
    }
    return (
      <Button {...trigger} variant={variant} size={size} icon={icon}>
        {children}
      </Button>
    );
  }

  return (
    <>
      {button()}
      {Part && <Part {...{ label, entries, anchor, start, align, side }} open={isOpen} onOpenChange={setOpen} />}
    </>
  );
}
