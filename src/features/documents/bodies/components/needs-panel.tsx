"use client";
import { useId } from "react";
import { useFieldValue } from "../../drafts/components/content-context";
import type { BodyField } from "../../field-rules";
import type { Body } from "../body-rules";
import { listedNeeds } from "../need-rules";
import { goToPart, useShownBody } from "./view/shown-body";

interface NeedsPanelProps {
  readonly field: BodyField;
  readonly documentId: string;
}

/** The needs that the text marks, as they are being written; each leads to its place. */
export function NeedsPanel({ field, documentId }: NeedsPanelProps) {
  const heading = useId();
  const { value } = useFieldValue(field) as { readonly value: unknown };
  const needs = listedNeeds(useShownBody(documentId, value as Body));
  if (needs.length === 0) return null;
  return (
    <section aria-labelledby={heading} className="min-w-0">
      <h2 id={heading} className="flex items-baseline gap-2 pb-1.5 font-semibold">
        Needs found here
        <span className="font-normal text-ink-3 tabular-nums">{needs.length}</span>
      </h2>
      <ul>
        {needs.map(({ nth, text }) => (
          <li key={nth} className="border-b border-line last:border-0">
            <button
              type="button"
              dir="auto"
              onClick={() => goToPart(documentId, "[data-need]", nth)}
              className="block min-h-7 w-full py-1 text-start text-small text-ink wrap-anywhere hover:underline hover:decoration-line-control hover:underline-offset-4"
            >
              {text}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
