"use client";
import clsx from "clsx";
import { MAX_TEXT } from "@/features/datasets/rules/rule-rules";
import { MISSING, VALUE } from "./condition-looks";

interface TextValueProps {
  readonly label: string;
  readonly value: unknown;
  readonly onValue: (value: string) => void;
}

/** A part of a text within a sentence. */
export function TextValue({ label, value, onValue }: TextValueProps) {
  const text = typeof value === "string" ? value : "";
  return (
    <input
      aria-label={label}
      value={text}
      maxLength={MAX_TEXT}
      placeholder="…"
      autoComplete="off"
      onChange={({ target }) => onValue(target.value)}
      className={clsx(
        VALUE,
        "field-sizing-content w-[14ch] min-w-[4ch] max-w-full outline-none placeholder:text-info supports-[field-sizing:content]:w-auto focus-visible:outline-2 focus-visible:outline-focus",
        text.trim() === "" && MISSING,
      )}
      data-first-value=""
    />
  );
}
