"use client";
import { useId } from "react";
import { useContent, useFieldValue } from "../../drafts/components/content-context";
import type { BodyField } from "../../field-rules";
import type { Body } from "../body-rules";
import { BodyView } from "./body-view";

interface BodySectionProps {
  readonly field: BodyField;
  readonly isOpened?: boolean | undefined;
}

/** A document's prose with its title. */
export function BodySection({ field, isOpened = false }: BodySectionProps) {
  const heading = useId();
  const { edit } = useContent();
  const { value } = useFieldValue(field) as { readonly value: unknown };
  const body = value as Body;
  if (!edit && !body && !isOpened) return null;
  return (
    <section aria-labelledby={heading} className="min-w-0">
      <h2 id={heading} className="mb-1.5 text-section">
        {field.label}
      </h2>
      <BodyView body={body} />
    </section>
  );
}
