"use client";
import clsx from "clsx";
import type { GroupCandidate } from "@/features/datasets/discovery/discovery-contract";
import { countText } from "@/features/datasets/value-words-rules";

interface GroupCandidatesProps {
  readonly candidates: readonly GroupCandidate[];
  readonly best: number | null;
  readonly shown: number;
  readonly isWorking: boolean;
  readonly onMany: (many: number) => void;
}

/** The curve by which the number of groups is chosen, as bars that are buttons. */
export function GroupCandidates({ candidates, best, shown, isWorking, onMany }: GroupCandidatesProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="pb-2 font-strong">How many groups</legend>
      <div className="flex min-w-0 items-end gap-1 sm:gap-2">
        {candidates.map(({ many, clearness, stability, smallest, isSound }) => {
          const isShown = many === shown;
          const height = `${Math.max(2, Math.round(Math.max(0, clearness) * 100))}%`;
          const words = `${many} groups: clearness ${clearness.toFixed(2)}, agreement ${stability.toFixed(2)}, smallest ${countText(smallest)}${isSound ? "" : ", not sound"}${many === best ? ", the clearest" : ""}`;
          return (
            <button
              key={many}
              type="button"
              aria-pressed={isShown}
              aria-label={words}
              title={words}
              aria-disabled={isWorking}
              onClick={() => !isWorking && onMany(many)}
              className={clsx(
                "grid min-w-0 flex-1 gap-1 rounded-s border px-0.5 pt-1.5 pb-1 text-center text-small hover:border-ink-3 sm:max-w-16",
                isShown ? "border-ink bg-sunk" : "bg-surface",
              )}
            >
              <span aria-hidden="true" className="grid h-20 items-end justify-items-center">
                <span className={clsx("w-3/5 rounded-t-s", isSound ? "bg-ink" : "bg-line-strong")} style={{ height }} />
              </span>
              <span aria-hidden="true" className={clsx("tabular-nums", many === best && "font-semibold")}>
                {many}
              </span>
            </button>
          );
        })}
      </div>
      <p className="pt-2 text-small text-ink-3">
        The higher, the further apart the groups are. Grey ones are not sound: a group is very small, or five attempts
        don’t agree.
      </p>
    </fieldset>
  );
}
