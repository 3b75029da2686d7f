"use client";
import { type ReactNode, useId } from "react";
import { useFieldValue } from "@/features/documents/drafts/components/content-context";
import { displayValue, type Field } from "@/features/documents/field-rules";
import { FieldInPlace } from "@/features/documents/sheet/components/field-in-place";

/** A label and what it says, side by side where there is room. */
export const ROW = "grid gap-x-5 py-1 sm:grid-cols-[8.5rem_minmax(0,1fr)]";
export const ROW_LABEL = "pt-1 text-label font-semibold text-ink-3";

/** One of the story's circumstances. Empty it is nothing to readers, and waits for people who may fill it in. */
export function FrameRow({ field }: { readonly field: Field }): ReactNode {
  const id = useId();
  const { value, set } = useFieldValue(field);
  if (!set && displayValue(field, value) === "") return null;
  return (
    <div className={ROW}>
      {set ? (
        <label htmlFor={id} className={ROW_LABEL}>
          {field.label}
        </label>
      ) : (
        <p className={ROW_LABEL}>{field.label}</p>
      )}
      <FieldInPlace field={field} id={id} isLabelled className="text-text wrap-anywhere" />
    </div>
  );
}
