"use client";
import { LiveRegion } from "@/ui/live-region";
import type { GroupsStep } from "./use-groups";

const STEPS = {
  reading: "Reading the customers",
  comparing: "Comparing two to ten groups",
  explaining: "Writing down what sets them apart",
};

/** How far the search is. */
export function GroupsProgress({ event }: { readonly event: GroupsStep | null }) {
  const words = event === null ? "" : wordsOf(event);
  const share = event?.type === "working" ? event.share : 0;
  return (
    <div>
      {event && (
        <div className="grid max-w-md gap-1.5">
          <p className="flex justify-between gap-3 text-ink-2">
            <span>{words}</span>
            <span className="tabular-nums">{event.type === "working" ? `${Math.round(share * 100)}%` : ""}</span>
          </p>
          <div
            role="progressbar"
            aria-label={words}
            aria-valuenow={Math.round(share * 100)}
            className="h-2 overflow-hidden rounded-full bg-sunk"
          >
            <div className="h-full rounded-full bg-ink transition-[width]" style={{ width: `${share * 100}%` }} />
          </div>
        </div>
      )}
      <LiveRegion>{words}</LiveRegion>
    </div>
  );
}

function wordsOf(event: GroupsStep): string {
  if (event.type === "working") return STEPS[event.step];
  return event.ahead === 0
    ? "It is about to begin"
    : `Waiting for ${event.ahead === 1 ? "another search" : `${event.ahead} other searches`} to end`;
}
