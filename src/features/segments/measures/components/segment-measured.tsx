"use client";
import type { ReactNode } from "react";
import { DriftCard } from "./drift-card";
import { MeasureCard } from "./measure-card";
import { MeasureHistory } from "./measure-history";
import { useSegmentMeasures } from "./use-segment-measures";

interface SegmentMeasuredProps {
  readonly documentId: string;
  /** Null for the current one. */
  readonly version: number | null;
}

/** The frozen measure of a version; what is given where there is none. */
export function SegmentMeasure({ children, ...which }: SegmentMeasuredProps & { readonly children: ReactNode }) {
  const { data } = useSegmentMeasures(which.documentId, which.version);
  const isShown = data !== undefined && (data.newest !== null || data.isPending || data.problem !== null);
  return isShown ? <MeasureCard measures={data} documentId={which.documentId} /> : children;
}

/** How the segment's size went. */
export function SegmentHistory({ documentId, version }: SegmentMeasuredProps) {
  const { data } = useSegmentMeasures(documentId, version);
  const isShown = data?.points.some(({ count }) => count !== null) ?? false;
  return data && isShown ? <MeasureHistory points={data.points} documentId={documentId} version={version} /> : null;
}

/** What moved since the version was published. */
export function SegmentDrift({ documentId, version }: SegmentMeasuredProps) {
  const { data } = useSegmentMeasures(documentId, version);
  return data?.newest?.drift && data.baseline ? <DriftCard newest={data.newest} first={data.baseline} /> : null;
}
