"use client";
import { SkeletonRows } from "@/ui/skeleton";
import { usePart } from "@/ui/use-part";

const loadFeed = () => import("./activity-feed").then((part) => part.ActivityFeed);

/** What happened to one document. Its code comes when it is first looked at. */
export function ActivityPanel({ documentId }: { readonly documentId: string }) {
  const Feed = usePart(loadFeed, true, () => {});
  return (
    <section aria-label="Activity">
      {Feed ? <Feed filter={{ documentId }} isAlone /> : <SkeletonRows label="Loading the activity…" rows={4} />}
    </section>
  );
}
