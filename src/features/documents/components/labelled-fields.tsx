"use client";
import { useId } from "react";
import { displayValue, type Field } from "../field-rules";
import { useContent, useFieldValue } from "./content-context";
import { FieldInPlace } from "./field-in-place";

/** Facts with small labels over them, in `columns` where they are typed in. Empty ones collapse for readers and wait for people who may fill them in. */
export function LabelledFields({ fields, columns }: { readonly fields: readonly Field[]; readonly columns: string }) {
  const { edit } = useContent();
  return (
    <div className={edit ? `grid gap-x-8 gap-y-3 ${columns}` : "flex flex-wrap gap-x-8 gap-y-2"}>
      {fields.map((field) => (
        <LabelledField key={field.path.join(".")} field={field} />
      ))}
    </div>
  );
}

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
