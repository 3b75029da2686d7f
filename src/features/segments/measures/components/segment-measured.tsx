"use client";
import type { ReactNode } from "react";
import { usePart } from "@/ui/use-part";
import { useSegmentMeasures } from "./use-segment-measures";

const loadCard = () => import("./measure-card").then((part) => part.MeasureCard);
const loadHistory = () => import("./measure-history").then((part) => part.MeasureHistory);
const loadDrift = () => import("./drift-card").then((part) => part.DriftCard);

interface SegmentMeasuredProps {
  readonly documentId: string;
  /** Null for the current one. */
  readonly version: number | null;
}

const nothing = () => {};

/** The frozen measure of a version; what is given where there is none. */
export function SegmentMeasure({ children, ...which }: SegmentMeasuredProps & { readonly children: ReactNode }) {
  const { data } = useSegmentMeasures(which.documentId, which.version);
  const isShown = data !== undefined && (data.newest !== null || data.isPending || data.problem !== null);
  const Card = usePart(loadCard, isShown, nothing);
  return isShown && Card ? <Card measures={data} documentId={which.documentId} /> : children;
}

/** How the segment's size went. */
export function SegmentHistory({ documentId, version }: SegmentMeasuredProps) {
  const { data } = useSegmentMeasures(documentId, version);
  const isShown = data?.points.some(({ count }) => count !== null) ?? false;
  const History = usePart(loadHistory, isShown, nothing);
  return data && isShown && History ? <History points={data.points} documentId={documentId} version={version} /> : null;
}

/** What moved since the version was published. */
export function SegmentDrift({ documentId, version }: SegmentMeasuredProps) {
  const { data } = useSegmentMeasures(documentId, version);
  const isShown = data?.newest?.drift != null && data.baseline !== null;
  const Drift = usePart(loadDrift, isShown, nothing);
  return data?.newest && data.baseline && Drift ? <Drift newest={data.newest} first={data.baseline} /> : null;
}
