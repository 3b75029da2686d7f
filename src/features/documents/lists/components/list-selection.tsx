"use client";
import clsx from "clsx";
import { createContext, type ReactNode, use, useMemo, useState } from "react";
import type { ListedDocument } from "../list-contract";
import { toggledRange } from "../list-selection-rules";

export type AnyListed = ListedDocument<{ readonly title: string }>;

interface Selection {
  readonly isAny: boolean;
  has(id: string): boolean;
  /** `isRange` does the same to all between the one that was toggled last and this one. */
  toggle(id: string, isRange: boolean): void;
}

const SelectionContext = createContext<Selection | null>(null);

/** What is chosen among the rows that are shown: rows that a filter takes away are no longer chosen. */
export function useSelected<Row extends { readonly id: string }>(items: readonly Row[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<string | null>(null);
  const selected = items.filter(({ id }) => ids.has(id));
  const value = useMemo<Selection>(
    () => ({
      isAny: items.some(({ id }) => ids.has(id)),
      has: (id) => ids.has(id),
      toggle: (id, isRange) => {
        const order = items.map((item) => item.id);
        setIds(toggledRange(order, ids, id, isRange ? last : null));
        setLast(id);
      },
    }),
    [ids, last, items],
  );
  return {
    selected,
    value,
    selectAll: () => setIds(new Set(items.map(({ id }) => id))),
    clear: () => setIds(new Set()),
  };
}

export function SelectionProvider(props: { readonly value: Selection; readonly children: ReactNode }) {
  return <SelectionContext value={props.value}>{props.children}</SelectionContext>;
}

interface SelectBoxProps {
  readonly id: string;
  readonly title: string;
  /** In the corner of a card, where it shows itself when one points at the card, tabs to it, or has chosen something. */
  readonly isQuiet?: boolean;
  readonly className?: string;
}

/** Chooses a row; with Shift, all from the one before. Nothing where rows can't be chosen. */
export function SelectBox({ id, title, isQuiet = false, className }: SelectBoxProps) {
  const selection = use(SelectionContext);
  if (!selection) return null;
  const isHidden = isQuiet && !selection.isAny;
  return (
    <label
      className={clsx(
        "z-[1] grid size-7 cursor-pointer place-items-center rounded-s",
        isQuiet ? "absolute start-2 top-2 bg-surface/85" : "relative",
        isHidden &&
          "opacity-0 transition-opacity group-hover:opacity-100 focus-within:opacity-100 pointer-coarse:opacity-100",
        className,
      )}
    >
      <input
        type="checkbox"
        aria-label={`Choose ${title || "the one without a name"}`}
        checked={selection.has(id)}
        className="size-[18px] accent-ink"
        onChange={(event) => {
          const native = event.nativeEvent;
          selection.toggle(id, native instanceof MouseEvent && native.shiftKey);
        }}
      />
    </label>
  );
}
