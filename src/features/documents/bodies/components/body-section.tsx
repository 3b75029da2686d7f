"use client";
import { useCallback, useEffect, useId, useState } from "react";
import { usePart } from "@/ui/use-part";
import { useContent, useFieldValue } from "../../drafts/components/content-context";
import { type BodyField, placeOf } from "../../field-rules";
import type { Body } from "../body-rules";
import { BodyView } from "./body-view";
import { useLivePage } from "./live/live-body-context";
import { ReadingThreads } from "./threads/reading-threads";

interface BodySectionProps {
  readonly field: BodyField;
  readonly isOpened?: boolean | undefined;
}

const loadEditor = () => import("./live/live-editor-part").then((part) => part.LiveEditorPart);

/** A document's prose with its title: as it is stored, and where it is a draft, as it is being written. */
export function BodySection({ field, isOpened = false }: BodySectionProps) {
  const heading = useId();
  const { edit } = useContent();
  const { value } = useFieldValue(field) as { readonly value: unknown };
  const page = useLivePage();
  const [isResting, rest] = useRest();
  const LiveEditor = usePart(loadEditor, page !== null && !isResting, rest);
  const body = value as Body;
  if (!edit && !body && !isOpened) return null;
  const place = placeOf(field.path);
  const stored = <BodyView body={body} />;
  // Leaves the room of the editor's toolbar, so that no line moves when the editor takes its place.
  const waiting = <div className="pt-4 sm:pt-[59px]">{stored}</div>;
  return (
    <section aria-labelledby={heading} className="min-w-0" {...(page && { "data-live-text": "" })}>
      <h2 id={heading} className="mb-1.5 text-section">
        {field.label}
      </h2>
      {page && LiveEditor ? (
        <LiveEditor page={page} labelledBy={heading} place={place} label={field.label} placeholder={field.hint ?? ""}>
          {waiting}
        </LiveEditor>
      ) : page ? (
        waiting
      ) : (
        <ReadingThreads place={place} label={field.label}>
          {stored}
        </ReadingThreads>
      )}
    </section>
  );
}

/** After a failure: no further try before the person or the network comes back. */
function useRest(): readonly [boolean, () => void] {
  const [isResting, setResting] = useState(false);
  useEffect(() => {
    if (!isResting) return;
    const end = () => setResting(false);
    window.addEventListener("online", end);
    window.addEventListener("focus", end);
    return () => {
      window.removeEventListener("online", end);
      window.removeEventListener("focus", end);
    };
  }, [isResting]);
  return [isResting, useCallback(() => setResting(true), [])];
}
