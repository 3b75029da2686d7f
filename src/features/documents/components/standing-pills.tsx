"use client";
import { FreshnessPill, type FreshnessSubject } from "../verification/components/freshness-pill";
import { StatePill } from "./state-pill";

interface StandingPillsProps {
  readonly of: FreshnessSubject & { readonly currentVersion: number | null };
}

/** Whether a document can be relied on, and what there is of it: the same wherever one is listed or linked. */
export function StandingPills({ of }: StandingPillsProps) {
  return (
    <span className="inline-flex max-w-full flex-wrap gap-1.5">
      <FreshnessPill of={of} />
      <StatePill state={of.state} version={of.currentVersion} />
    </span>
  );
}
