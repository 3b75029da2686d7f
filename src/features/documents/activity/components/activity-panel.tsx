"use client";
import { SkeletonRows } from "@/ui/skeleton";
import { usePart } from "@/ui/use-part";

const loadPanel = () => import("./activity-panel-part").then((part) => part.ActivityPanelPart);

/** What happened to one document. Its code comes when it is first looked at. */
export function ActivityPanel({ documentId }: { readonly documentId: string }) {
  const Part = usePart(loadPanel, true, () => {});
  return (
    <section aria-label="Activity">
      {Part ? <Part documentId={documentId} /> : <SkeletonRows label="Loading the activity…" rows={4} />}
    </section>
  );
}
