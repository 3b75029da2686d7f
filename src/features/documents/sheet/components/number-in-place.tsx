"use client";
import clsx from "clsx";
import { type ComponentProps, useId, useState } from "react";
import type { Field } from "../../field-rules";

interface NumberInPlaceProps extends Omit<ComponentProps<"input">, "value"> {
  readonly field: Extract<Field, { shape: "number" }>;
  readonly label: string | undefined;
  readonly value: unknown;
  readonly set: (value: number | null) => void;
}

/** A whole number or nothing. What isn't one stays in the control with a sentence, and is not saved. */
export function NumberInPlace({ field, label, value, set, className, ...props }: NumberInPlaceProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const errorId = useId();
  // Thousands are parted where one reads, not where one types: a comma under the cursor is in the way.
  const [stored, plain] = typeof value === "number" ? [value.toLocaleString("en"), String(value)] : ["", ""];
  const text = typed ?? stored;
  const error = complaint(field, text);
  return (
    <span className="block min-w-0">
      <input
        placeholder={field.hint ?? `Add ${field.label.toLowerCase()}`}
        {...props}
        {...(label && { "aria-label": label })}
        inputMode="numeric"
        autoComplete="off"
        value={text}
        aria-invalid={error !== null}
        aria-describedby={errorId}
        onFocus={() => setTyped((kept) => kept ?? plain)}
        onChange={(event) => {
          setTyped(event.target.value);
          if (complaint(field, event.target.value) === null) set(parse(event.target.value));
        }}
        onBlur={() => error === null && setTyped(null)}
        className={clsx(
          "-mx-2 w-[calc(100%+1rem)] min-w-0 rounded-s border border-transparent bg-transparent px-2 py-0.5 tabular-nums",
          "hover:border-line-strong focus-visible:bg-surface focus-visible:outline-offset-0 aria-invalid:border-stale",
          className,
        )}
      />
      <span id={errorId} aria-live="polite" className="block text-small text-stale empty:hidden">
        {error}
      </span>
    </span>
  );
}

/** Spaces and thin spaces between thousands are how people write figures; they are not part of the number. */
function parse(text: string): number | null {
  const digits = text.replace(/[\s ,]/g, "");
  return digits === "" ? null : Number(digits);
}

function complaint(field: NumberInPlaceProps["field"], text: string): string | null {
  const number = parse(text);
  if (number === null) return null;
  const isFine = Number.isInteger(number) && number >= field.min && number <= field.max;
  const [least, most] = [field.min.toLocaleString("en"), field.max.toLocaleString("en")];
  return isFine ? null : `A whole number from ${least} to ${most}, please. This was not saved.`;
}
