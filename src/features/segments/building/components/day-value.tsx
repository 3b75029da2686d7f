"use client";
import clsx from "clsx";
import { isDay } from "@/features/datasets/rules/window-rules";
import { MISSING, VALUE } from "./condition-looks";

interface DayValueProps {
  readonly label: string;
  readonly value: unknown;
  readonly onValue: (value: string) => void;
  readonly isFirstValue?: boolean | undefined;
}

/** A day within a sentence, with the browser's own calendar. */
export function DayValue({ label, value, onValue, isFirstValue }: DayValueProps) {
  return (
    <input
      type="date"
      aria-label={label}
      value={isDay(value) ? value : ""}
      onChange={({ target }) => isDay(target.value) && onValue(target.value)}
      className={clsx(VALUE, !isDay(value) && MISSING)}
      {...(isFirstValue && { "data-first-value": "" })}
    />
  );
}
