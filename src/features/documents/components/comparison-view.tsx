"use client";
import { SkeletonRows } from "@/ui/skeleton";
import { usePart } from "@/ui/use-part";
import type { ComparisonViewProps } from "./comparison-body";

const loadPart = () => import("./comparison-part").then((part) => part.ComparisonPart);

/** A comparison within another page, which doesn't carry its code: it is loaded when this is first drawn. */
export function ComparisonView(props: ComparisonViewProps) {
  const Part = usePart(loadPart, true, () => undefined);
  return Part ? <Part {...props} /> : <SkeletonRows label="Comparing…" rows={2} />;
}
