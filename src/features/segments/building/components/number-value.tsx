"use client";
import clsx from "clsx";
import { useState } from "react";
import { parsedNumber, typedNumber, type Unit, unitSigns } from "../value-rules";
import { MISSING, VALUE } from "./condition-looks";

interface NumberValueProps {
  readonly label: string;
  readonly value: unknown;
  readonly unit?: Unit | undefined;
  readonly onValue: (value: number) => void;
  /** What it must be beside a number, or null where it is. */
  readonly complaint?: ((value: number) => string | null) | undefined;
  readonly isFirstValue?: boolean | undefined;
}

/** A number within a sentence, with its unit. What is none stays as it was typed and isn't saved. */
export function NumberValue({ label, value, unit = "plain", onValue, complaint, isFirstValue }: NumberValueProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const { before, behind } = unitSigns(unit);
  const stored = typedNumber(value, unit);
  const shown = typed ?? parted(stored);
  const parsed = typed === null ? null : parsedNumber(typed, unit);
  const wrong =
    typed === null || typed === "" ? null : parsed === null ? "This is no number." : (complaint?.(parsed) ?? null);
  return (
    <span
      className={clsx(VALUE, "gap-0.5", stored === "" && MISSING, "focus-within:outline-2 focus-within:outline-focus")}
    >
      {before && <span aria-hidden="true">{before}</span>}
      <input
        aria-label={`${label}${behind === "%" ? ", in percent" : ""}`}
        inputMode="decimal"
        autoComplete="off"
        placeholder="…"
        maxLength={30}
        value={shown}
        aria-invalid={wrong !== null}
        title={wrong ?? undefined}
        onFocus={() => setTyped((kept) => kept ?? stored)}
        onBlur={() => wrong === null && setTyped(null)}
        onChange={({ target }) => {
          setTyped(target.value);
          const next = parsedNumber(target.value, unit);
          if (next !== null && (complaint?.(next) ?? null) === null && next !== value) onValue(next);
        }}
        className="field-sizing-content w-[7ch] min-w-[2ch] max-w-full bg-transparent tabular-nums outline-none placeholder:text-info supports-[field-sizing:content]:w-auto aria-invalid:text-stale"
        {...(isFirstValue && { "data-first-value": "" })}
      />
      {behind && <span aria-hidden="true">{behind}</span>}
      <span role="status" className="sr-only">
        {wrong}
      </span>
    </span>
  );
}

/** Thousands are parted where one reads. */
function parted(text: string): string {
  return text === "" ? "" : Number(text).toLocaleString("en", { maximumFractionDigits: 12 });
}
