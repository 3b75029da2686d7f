"use client";
import clsx from "clsx";
import { useId, useState } from "react";
import type { MeasurePoint } from "@/features/datasets/measures/measure-contract";
import { percent } from "@/features/datasets/measures/profile-rules";
import { figure } from "@/features/documents/field-words-rules";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { dayText } from "@/shared/date-text";
import { Card } from "@/ui/card";
import { usePart } from "@/ui/use-part";
import { sizeSteps } from "../size-change-rules";
import { ExportLinks } from "./export-links";

const loadChange = () => import("./size-change-part").then((part) => part.SizeChangePart);

interface MeasureHistoryProps {
  readonly documentId: string;
  /** The one that is looked at; null for the current one. */
  readonly version: number | null;
  readonly points: readonly MeasurePoint[];
}

const HEIGHT = 78;
const SHOWN = 24;

/** Size by snapshot, a column each; pressed, it tells why it changed. */
export function MeasureHistory({ documentId, points, version }: MeasureHistoryProps) {
  const { may, id: workspaceId } = useWorkspace();
  const exported = { workspaceId, documentId, version, snapshotId: null };
  const heading = useId();
  const steps = sizeSteps(points, version).slice(-SHOWN);
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = steps.find(({ point }) => point.snapshot.id === chosen) ?? null;
  const Change = usePart(loadChange, shown !== null, () => setChosen(null));
  const highest = Math.max(1, ...steps.map(({ count }) => count));
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return null;
  return (
    <section aria-labelledby={heading} className="min-w-0">
      <div className="mb-1.5 flex flex-wrap items-center justify-between gap-x-4">
        <h2 id={heading} className="text-section">
          Size over time
        </h2>
        {may("data.export") && (
          <div className="flex flex-wrap">
            <ExportLinks {...exported} what="members" label="Export members…" />
            <ExportLinks {...exported} what="counts" label="Counts…" />
          </div>
        )}
      </div>
      <Card className="px-4 pt-4 pb-3">
        <ol className="flex gap-1.5">
          {steps.map((step, place) => {
            const { point, count, published } = step;
            const isLast = place === steps.length - 1;
            const high = Math.max(2, Math.round((count / highest) * HEIGHT));
            const words = stepWords(step);
            const column = (
              <svg aria-hidden="true" width="100%" height={HEIGHT} className="block">
                <rect
                  y={HEIGHT - high}
                  width="100%"
                  height={high + 3}
                  rx="3"
                  className={isLast || chosen === point.snapshot.id ? "fill-ink" : "fill-line-strong"}
                />
              </svg>
            );
            return (
              <li key={point.snapshot.id} className="max-w-24 min-w-0 flex-1" title={words}>
                {may("draft.read") && place > 0 ? (
                  <button
                    type="button"
                    aria-label={words}
                    aria-pressed={chosen === point.snapshot.id}
                    onClick={() => setChosen(chosen === point.snapshot.id ? null : point.snapshot.id)}
                    className="block w-full rounded-s hover:opacity-70"
                  >
                    {column}
                  </button>
                ) : (
                  <>
                    <span className="sr-only">{words}</span>
                    {column}
                  </>
                )}
                <span
                  aria-hidden="true"
                  className={clsx("block h-4 truncate text-label text-ink-3", !published && "invisible")}
                >
                  v{point.version}
                </span>
              </li>
            );
          })}
        </ol>
        <p aria-hidden="true" className="flex flex-wrap justify-between gap-x-4 text-small text-ink-3 tabular-nums">
          <span>
            {dayText(first.point.snapshot.asOf, "UTC")} · {figure(first.count)}
          </span>
          {steps.length > 1 && (
            <span>
              {dayText(last.point.snapshot.asOf, "UTC")} · {figure(last.count)}
            </span>
          )}
        </p>
        {shown && Change && (
          <Change key={shown.point.snapshot.id} documentId={documentId} point={shown.point} title={stepWords(shown)} />
        )}
      </Card>
    </section>
  );
}

function stepWords({ point, count, published }: ReturnType<typeof sizeSteps>[number]): string {
  const share = point.base ? `, ${percent(count / point.base)} of everyone` : "";
  const moved =
    point.entered === null || point.left === null
      ? ""
      : `, ${figure(point.entered)} entered, ${figure(point.left)} left`;
  const day = dayText(point.snapshot.asOf, "UTC");
  return `${day}: ${figure(count)}${share}${moved}${published ? `, v${point.version} was published` : ""}`;
}
