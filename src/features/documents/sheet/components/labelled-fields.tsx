"use client";
import { useId } from "react";
import { useFieldValue } from "../../drafts/components/content-context";
import { displayValue, type Field } from "../../field-rules";
import { FieldInPlace } from "./field-in-place";

/** A field with a small label over it. Empty it collapses for readers and waits for people who may fill it in. */
export function LabelledField({ field }: { readonly field: Field }) {
  const id = useId();
  const { value, set } = useFieldValue(field);
  if (!set && displayValue(field, value) === "") return null;
  return (
    <div className="min-w-0">
      {set ? (
        <label htmlFor={id} className="block text-label text-ink-3">
          {field.label}
        </label>
      ) : (
        <p className="text-label text-ink-3">{field.label}</p>
      )}
      <FieldInPlace field={field} id={id} isLabelled placeholder="Add" className="text-text" />
    </div>
  );
}
