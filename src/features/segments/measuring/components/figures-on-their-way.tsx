import { SkeletonRows } from "@/ui/skeleton";

/** Holds the place of figures, as high as the window: what stands below them moves where nobody sees it. */
export function FiguresOnTheirWay() {
  return (
    <div className="min-h-dvh">
      <SkeletonRows label="Asking the data…" rows={4} />
    </div>
  );
}
