"use client";
import { useId } from "react";
import { useContent } from "@/features/documents/drafts/components/content-context";
import { placeOf } from "@/features/documents/field-rules";
import { PlaceFrame } from "@/features/documents/sheet/components/place-frame";
import { ScoreBars } from "@/ui/score-bars";
import { SEGMENT_USEFULNESS, type SegmentContent } from "../segment-rules";

/** Kotler's five tests as small bars, from 1 to 5. */
export function SegmentUsefulness() {
  const { content, edit } = useContent<SegmentContent>();
  const heading = useId();
  const scores = SEGMENT_USEFULNESS.map((field) => ({ field, score: scoreOf(content, field.path) }));
  const shown = edit ? scores : scores.filter(({ score }) => score !== null);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby={heading} className="min-w-0">
      <h2 id={heading} className="mb-2 text-section">
        How useful it is
      </h2>
      <div className="grid gap-1.5">
        {shown.map(({ field, score }) => (
          <PlaceFrame key={field.label} place={placeOf(field.path)}>
            <ScoreBars
              label={field.label}
              hint={field.hint}
              of={5}
              score={score}
              onScore={edit && ((value) => edit({ op: "set", path: field.path, value }))}
            />
          </PlaceFrame>
        ))}
      </div>
    </section>
  );
}

function scoreOf({ usefulness }: SegmentContent, path: readonly string[]): number | null {
  return usefulness[path[1] as keyof SegmentContent["usefulness"]] ?? null;
}
