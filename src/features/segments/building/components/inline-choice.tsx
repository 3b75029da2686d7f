"use client";
import clsx from "clsx";
import { CHOICE, CHOICES } from "./condition-looks";

interface ChoiceOption {
  readonly value: string;
  readonly label: string;
}

interface InlineChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly ChoiceOption[];
  /** Further options under a heading. */
  readonly more?: { readonly label: string; readonly options: readonly ChoiceOption[] } | undefined;
  readonly onValue: (value: string) => void;
  readonly look?: keyof typeof CHOICES | undefined;
  readonly className?: string | undefined;
  /** Gets the focus when one goes on in the row. */
  readonly isFirstValue?: boolean | undefined;
}

/** A choice within a sentence: the browser's own list, in the looks of a word. */
export function InlineChoice({
  label,
  value,
  options,
  more,
  onValue,
  look = "word",
  className,
  isFirstValue,
}: InlineChoiceProps) {
  const option = ({ value: one, label: words }: ChoiceOption) => (
    <option key={one} value={one}>
      {words}
    </option>
  );
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onValue(event.target.value)}
      className={clsx(CHOICE, CHOICES[look], className)}
      {...(isFirstValue && { "data-first-value": "" })}
    >
      {options.map(option)}
      {more && more.options.length > 0 && <optgroup label={more.label}>{more.options.map(option)}</optgroup>}
    </select>
  );
}
