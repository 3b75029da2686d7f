"use client";
import { SkeletonRows } from "@/ui/skeleton";
import { usePart } from "@/ui/use-part";
import type { DocumentContent } from "../../field-rules";

const loadPanel = () => import("./thread-panel-part").then((part) => part.ThreadPanelPart);

/** What is said about the document. Its code comes when it is first looked at. */
export function ThreadPanel({ content }: { readonly content: DocumentContent }) {
  const Part = usePart(loadPanel, true, () => {});
  return Part ? <Part content={content} /> : <SkeletonRows label="Loading threads…" rows={3} />;
}
