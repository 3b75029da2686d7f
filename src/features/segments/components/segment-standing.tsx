"use client";
import { useId } from "react";
import { useContent } from "@/features/documents/drafts/components/content-context";
import { fieldAt } from "@/features/documents/field-rules";
import { agesBetween, figure } from "@/features/documents/field-words-rules";
import { FieldInPlace } from "@/features/documents/sheet/components/field-in-place";
import { LabelledField } from "@/features/documents/sheet/components/labelled-fields";
import { Card } from "@/ui/card";
import { Pill, type PillTone } from "@/ui/pill";
import {
  SEGMENT_AGES,
  SEGMENT_SIZE,
  SEGMENT_TARGETING,
  type SegmentContent,
  TARGETING_DECISIONS,
} from "../segment-rules";

const SIZE = fieldAt(SEGMENT_SIZE, "sizeEstimate");
const SIZE_SOURCE = fieldAt(SEGMENT_SIZE, "sizeSource");
const DECISION = fieldAt(SEGMENT_TARGETING, "targeting");
const REASON = fieldAt(SEGMENT_TARGETING, "targetingReason");

const TONES: Record<SegmentContent["targeting"], PillTone> = {
  undecided: "plain",
  invest: "fresh",
  maintain: "info",
  watch: "due",
  exclude: "stale",
};

/** One big figure: an estimate until there is data to measure on, and it says so. */
export function SegmentSize() {
  const { content, edit } = useContent<SegmentContent>();
  if (!edit && content.sizeEstimate === null) return null;
  return (
    <Card className="px-6 py-5" aria-label="Size">
      <p className="text-small text-ink-2">Customers, estimated by hand</p>
      <div className="font-display text-display-56 tabular-nums">
        {edit ? <FieldInPlace field={SIZE} placeholder="–" /> : <p>{figure(content.sizeEstimate ?? 0)}</p>}
      </div>
      <div className="pt-1.5">
        <LabelledField field={SIZE_SOURCE} />
      </div>
    </Card>
  );
}

/** What we do about them, and why. */
export function SegmentTargeting() {
  const { content, edit } = useContent<SegmentContent>();
  const heading = useId();
  const { targeting, targetingReason } = content;
  if (!edit && targeting === "undecided" && targetingReason === "") return null;
  return (
    <section aria-labelledby={heading} className="min-w-0">
      <div className="mb-1.5 flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={heading} className="text-section">
          What we do about them
        </h2>
        {edit ? (
          <FieldInPlace field={DECISION} className="text-small font-strong" />
        ) : (
          <Pill tone={TONES[targeting]}>{TARGETING_DECISIONS[targeting]}</Pill>
        )}
      </div>
      <FieldInPlace field={REASON} className="text-ink-2" />
    </section>
  );
}

const NARROW = "field-sizing-content min-w-8 supports-[field-sizing:content]:w-auto!";

/** Between which ages they are. */
export function SegmentAges() {
  const { content, edit } = useContent<SegmentContent>();
  const heading = useId();
  const [youngest, oldest] = SEGMENT_AGES;
  const words = agesBetween(content.ageFrom, content.ageTo);
  if (!edit && words === "") return null;
  return (
    <section aria-labelledby={heading} className="min-w-0">
      <h2 id={heading} className="mb-1.5 text-section">
        Ages
      </h2>
      {edit && youngest && oldest ? (
        <div className="flex items-start">
          <FieldInPlace field={youngest} placeholder="Youngest" className={NARROW} />
          <span className="mx-2 pt-0.5 text-ink-3">–</span>
          <FieldInPlace field={oldest} placeholder="Oldest" className={NARROW} />
        </div>
      ) : (
        <p>{words}</p>
      )}
    </section>
  );
}
