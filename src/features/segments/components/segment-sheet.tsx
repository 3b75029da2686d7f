"use client";
import { ClaimsSection } from "@/features/documents/components/claims-section";
import { useContent } from "@/features/documents/components/content-context";
import { FieldInPlace } from "@/features/documents/components/field-in-place";
import { LabelledField } from "@/features/documents/components/labelled-fields";
import { fieldAt } from "@/features/documents/field-rules";
import { Card } from "@/ui/card";
import {
  SEGMENT_CLAIMS,
  SEGMENT_DEFINITION,
  SEGMENT_IDENTITY,
  SEGMENT_SIZE,
  SEGMENT_TARGETING,
  type SegmentContent,
} from "../segment-rules";

const TITLE = fieldAt(SEGMENT_IDENTITY, "title");
const SUMMARY = fieldAt(SEGMENT_IDENTITY, "summary");
const BASES = fieldAt(SEGMENT_IDENTITY, "bases");
const DEFINITION = fieldAt(SEGMENT_DEFINITION, "definition");
const SIZE = fieldAt(SEGMENT_SIZE, "sizeEstimate");
const SIZE_SOURCE = fieldAt(SEGMENT_SIZE, "sizeSource");

/** A segment as one reads it; where the person may edit, each text is typed in place. */
export function SegmentSheet() {
  const { content, edit } = useContent<SegmentContent>();
  return (
    <article>
      <div className="pb-6">
        {edit ? (
          <div className="pb-2">
            <FieldInPlace field={BASES} />
          </div>
        ) : (
          content.bases.length > 0 && <FieldInPlace field={BASES} className="text-ink-3" />
        )}
        <h1 className="font-display text-display-36">
          <FieldInPlace field={TITLE} placeholder="Name" />
        </h1>
        <div className="mt-1.5 max-w-[62ch] text-ink-2">
          <FieldInPlace field={SUMMARY} />
        </div>
      </div>
      <div className="grid gap-7 lg:grid-cols-[1.15fr_1fr]">
        <div className="grid content-start gap-7">
          {(edit || content.definition) && (
            <section aria-labelledby="who-belongs" className="min-w-0">
              <h2 id="who-belongs" className="mb-1.5 text-section">
                Who belongs
              </h2>
              <FieldInPlace field={DEFINITION} />
            </section>
          )}
          {SEGMENT_CLAIMS.map((field) => (
            <ClaimsSection key={field.label} field={field} />
          ))}
        </div>
        <div className="grid content-start gap-7">
          <SizeCard />
          <section aria-labelledby="targeting" className="min-w-0">
            <h2 id="targeting" className="mb-2 text-section">
              What we do about them
            </h2>
            <div className="grid gap-3">
              {SEGMENT_TARGETING.map((field) => (
                <LabelledField key={field.label} field={field} />
              ))}
            </div>
          </section>
        </div>
      </div>
    </article>
  );
}

/** One big figure: an estimate until there is data to measure on, and it says so. */
function SizeCard() {
  const { content, edit } = useContent<SegmentContent>();
  if (!edit && content.sizeEstimate === null) return null;
  return (
    <Card className="px-6 py-5" aria-label="Size">
      <p className="text-small text-ink-2">Customers, estimated by hand</p>
      <div className="font-display text-display-56 tabular-nums">
        {edit ? <FieldInPlace field={SIZE} placeholder="–" /> : <p>{content.sizeEstimate?.toLocaleString("en")}</p>}
      </div>
      <div className="pt-1.5">
        <LabelledField field={SIZE_SOURCE} />
      </div>
    </Card>
  );
}
