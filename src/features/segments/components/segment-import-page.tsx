"use client";
import { ImportPage } from "@/features/documents/portable/components/import-page";
import { SEGMENT_FIELDS } from "../segment-rules";

export function SegmentImportPage() {
  return <ImportPage kind="segment" fields={SEGMENT_FIELDS} rest={{ place: "notes", name: "notes" }} />;
}
