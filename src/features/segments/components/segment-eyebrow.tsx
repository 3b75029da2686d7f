"use client";
import { useContentPart, useEdit } from "@/features/documents/drafts/components/content-context";
import { fieldAt } from "@/features/documents/field-rules";
import { DocumentChip } from "@/features/documents/links/components/document-chip";
import type { LinkedDocument } from "@/features/documents/links/link-contract";
import { FieldInPlace } from "@/features/documents/sheet/components/field-in-place";
import { SEGMENT_BASES, SEGMENT_IDENTITY, type SegmentContent } from "../segment-rules";

const BASES = fieldAt(SEGMENT_IDENTITY, "bases");
const NAMED = 3;

/** "Behavioural segment · for Maya Okafor and Tom Reyes". */
export function SegmentEyebrow({ personas }: { readonly personas: readonly LinkedDocument[] }) {
  const edit = useEdit();
  const bases = useContentPart((content: SegmentContent) => content.bases);
  const words = bases.map((basis, place) => (place === 0 ? SEGMENT_BASES[basis] : SEGMENT_BASES[basis].toLowerCase()));
  const named = personas.slice(0, NAMED);
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 text-ink-3">
      <p>
        {words.length > 0 ? `${words.join(", ")} segment` : "Segment"}
        {named.length > 0 && " · for "}
        {named.map((persona, place) => (
          <span key={persona.id}>
            {place > 0 && (place === personas.length - 1 ? " and " : ", ")}
            <DocumentChip document={persona} face={0} />
          </span>
        ))}
        {personas.length > NAMED && ` and ${personas.length - NAMED} more`}
      </p>
      {edit && (
        <details className="open:basis-full">
          <summary className="min-h-6 w-fit text-small text-ink-3 underline decoration-line-strong decoration-dotted underline-offset-4">
            What tells them apart
          </summary>
          <div className="py-2">
            <FieldInPlace field={BASES} />
          </div>
        </details>
      )}
    </div>
  );
}
