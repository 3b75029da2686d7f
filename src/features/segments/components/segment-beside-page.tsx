"use client";
import { BesidePage } from "@/features/documents/comparison/components/beside-page";
import { SEGMENT_FIELDS } from "../segment-rules";

/** Segments side by side. */
export function SegmentBesidePage() {
  return <BesidePage kind="segment" fields={FIELDS} />;
}

// The name stands above its column.
const FIELDS = SEGMENT_FIELDS.filter((field) => field.path[0] !== "title");
