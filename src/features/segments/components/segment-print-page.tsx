"use client";
import { PrintPage } from "@/features/documents/components/print-page";
import { SEGMENT_FIELDS } from "../segment-rules";

interface SegmentPrintProps {
  readonly documentId: string;
  readonly isDraft: boolean;
}

export function SegmentPrintPage(props: SegmentPrintProps) {
  return <PrintPage kind="segment" fields={SEGMENT_FIELDS} {...props} />;
}
