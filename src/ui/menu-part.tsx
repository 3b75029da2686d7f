"use client";
import { Menu } from "@base-ui/react/menu";
import clsx from "clsx";
import { Check } from "lucide-react";
import type { ReactNode, RefObject } from "react";
import { Link } from "./link";

export type MenuEntry =
  | {
      readonly kind: "act";
      readonly label: string;
      readonly icon?: ReactNode;
      /** A second line, or why it can't be used now. */
      readonly hint?: string | undefined;
      readonly isDisabled?: boolean | undefined;
      /** Can't be undone. */
      readonly isFinal?: boolean | undefined;
      readonly onSelect: () => void;
    }
  | {
      readonly kind: "link";
      readonly label: string;
      readonly href: string;
      readonly icon?: ReactNode;
      readonly hint?: string | undefined;
      readonly isCurrent?: boolean | undefined;
    }
  | {
      readonly kind: "choice";
      readonly label: string;
      readonly value: string;
      readonly options: readonly { readonly value: string; readonly label: string; readonly icon?: ReactNode }[];
      readonly onChange: (value: string) => void;
    }
  | { readonly kind: "heading"; readonly label: string; readonly hint?: string | undefined }
  | { readonly kind: "line" };

/** Entry that has the focus at first; none when the menu was opened by pointer. */
export type MenuStart = "first" | "last" | undefined;

interface MenuPartProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly open: boolean;
  readonly start: MenuStart;
  readonly onOpenChange: (open: boolean) => void;
  readonly align: "start" | "end";
  readonly side: "top" | "bottom";
  /** Where the focus goes when it closes, unless that is the button: false for wherever it is by then. */
  readonly finalFocus?: (() => HTMLElement | false | null) | undefined;
}

const ITEM =
  "flex min-h-8 w-full cursor-pointer items-center gap-2.5 rounded-s px-2.5 py-1.5 text-start outline-none select-none data-disabled:cursor-not-allowed data-disabled:text-ink-3 data-highlighted:bg-sunk";

export function MenuPart({
  label,
  entries,
  anchor,
  open,
  start,
  onOpenChange,
  align,
  side,
  finalFocus,
}: MenuPartProps) {
  return (
    <Menu.Root open={open} onOpenChange={onOpenChange}>
      <Menu.Portal>
        <Menu.Positioner anchor={anchor} align={align} side={side} sideOffset={6} collisionPadding={8} className="z-50">
          <Menu.Popup
            aria-label={label}
            finalFocus={finalFocus ?? anchor}
            onFocus={(event) => event.target === event.currentTarget && focusEntry(event.currentTarget, start)}
            className="max-h-(--available-height) max-w-[min(20rem,calc(100vw-1rem))] min-w-48 overflow-y-auto rounded-m border bg-surface p-1 shadow-pop outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0"
          >
            {entries.map((entry, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: entries have no id, and the list is rebuilt as a whole.
              <Entry key={index} entry={entry} />
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

// The button stands outside of Base UI's menu, which therefore doesn't know that a key has opened it.
function focusEntry(popup: HTMLElement, start: MenuStart): void {
  const entries = popup.querySelectorAll<HTMLElement>("[role^=menuitem]:not([data-disabled])");
  if (start) entries[start === "first" ? 0 : entries.length - 1]?.focus();
}

function Entry({ entry }: { readonly entry: MenuEntry }) {
  switch (entry.kind) {
    case "line":
      return <Menu.Separator className="mx-2.5 my-1 h-px bg-line" />;
    case "heading":
      return (
        <div className="px-2.5 pt-2 pb-1.5">
          <div className="truncate font-semibold">{entry.label}</div>
          {entry.hint && <div className="truncate text-small text-ink-3">{entry.hint}</div>}
        </div>
      );
    case "act":
      return (
        <Menu.Item
          disabled={entry.isDisabled}
          onClick={entry.onSelect}
          className={clsx(ITEM, entry.isFinal && "text-stale data-highlighted:bg-stale-soft")}
        >
          <Words {...entry} />
        </Menu.Item>
      );
    case "link":
      return (
        <Menu.LinkItem
          closeOnClick
          className={ITEM}
          render={<Link href={entry.href} aria-current={entry.isCurrent ? "true" : undefined} />}
        >
          <Words {...entry} />
          {entry.isCurrent && <Check aria-hidden="true" className="ms-auto size-4 shrink-0" />}
        </Menu.LinkItem>
      );
    case "choice":
      return (
        <Menu.RadioGroup value={entry.value} onValueChange={entry.onChange}>
          <Menu.GroupLabel className="px-2.5 pt-2 pb-1 text-label text-ink-3">{entry.label}</Menu.GroupLabel>
          {entry.options.map((option) => (
            <Menu.RadioItem key={option.value} value={option.value} closeOnClick className={ITEM}>
              <Words {...option} />
              <Menu.RadioItemIndicator className="ms-auto">
                <Check aria-hidden="true" className="size-4" />
              </Menu.RadioItemIndicator>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      );
  }
}

function Words({
  label,
  icon,
  hint,
}: {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly hint?: string | undefined;
}) {
  return (
    <>
      {icon && <span className="grid size-4 shrink-0 place-items-center text-ink-3">{icon}</span>}
      <span className="min-w-0">
        <span className="block">{label}</span>
        {hint && <span className="block text-small text-ink-3">{hint}</span>}
      </span>
    </>
  );
}
