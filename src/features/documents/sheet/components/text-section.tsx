"use client";
import clsx from "clsx";
import { useId } from "react";
import { useContent, useFieldValue } from "../../drafts/components/content-context";
import type { TextField } from "../../field-rules";
import { FieldInPlace } from "./field-in-place";

interface TextSectionProps {
  readonly field: TextField;
  /** Instead of the field's label, such as "A day with Maya". */
  readonly title?: string | undefined;
  readonly isOpened?: boolean | undefined;
  /** Set as something to read. */
  readonly isProse?: boolean | undefined;
}

/** A long text with its title. */
export function TextSection({ field, title, isOpened = false, isProse = false }: TextSectionProps) {
  const heading = useId();
  const { edit } = useContent();
  const { value } = useFieldValue(field);
  if (!edit && !value) return null;
  return (
    <section aria-labelledby={heading} className="min-w-0">
      <h2 id={heading} className="mb-1.5 text-section">
        {title ?? field.label}
      </h2>
      <FieldInPlace
        field={field}
        isOpened={isOpened}
        className={clsx("wrap-anywhere", isProse && "max-w-[68ch] font-display text-prose")}
      />
    </section>
  );
}
