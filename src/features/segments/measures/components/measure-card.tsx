"use client";
import { useMutation } from "@tanstack/react-query";
import { percent, tellingBins } from "@/features/datasets/measures/profile-rules";
import { figure } from "@/features/documents/field-words-rules";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { dayText } from "@/shared/date-text";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { ShareBar } from "@/ui/share-bar";
import { Spinner } from "@/ui/spinner";
import { toast } from "@/ui/toast";
import type { SegmentMeasures } from "../segment-measure-contract";

interface MeasureCardProps {
  readonly documentId: string;
  readonly measures: SegmentMeasures;
}

/** How many they were when it was last measured, and what sets them apart. */
export function MeasureCard({ documentId, measures }: MeasureCardProps) {
  const { newest, problem, isPending, dataName, version } = measures;
  const telling = newest?.profile ? tellingBins(newest.profile).slice(0, 5) : [];
  return (
    <div className="grid gap-7">
      <Card className="px-6 py-5" aria-label="Size">
        <p className="text-small text-ink-2">Customers who match v{version}</p>
        {newest?.count != null && newest.base !== null ? (
          <>
            <p className="font-display text-display-56 tabular-nums">{figure(newest.count)}</p>
            <p className="flex flex-wrap justify-between gap-x-4 pt-1.5 text-ink-2 tabular-nums">
              <span>
                {newest.base > 0 ? `${percent(newest.count / newest.base)} of everyone` : "Nobody is in the data"}
              </span>
              <MovedWords entered={newest.entered} left={newest.left} />
            </p>
            <p className="pt-2 text-small text-ink-3 wrap-anywhere">
              Measured on <span className="text-ink-2">{dataName}</span>, {dayText(newest.snapshot.asOf, "UTC")} ·{" "}
              {figure(newest.base)} customers
            </p>
          </>
        ) : (
          <p className="font-display text-display-56">–</p>
        )}
        {isPending && (
          <p role="status" className="flex items-center gap-2 pt-2 text-small text-ink-2">
            <Spinner /> Measuring the newest data…
          </p>
        )}
        {problem && <Problem documentId={documentId} {...problem} hasResult={newest !== null} />}
      </Card>
      {telling.length > 0 && (
        <section aria-labelledby={`${documentId}-apart`} className="min-w-0">
          <div className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-4">
            <h2 id={`${documentId}-apart`} className="text-section">
              What sets them apart
            </h2>
            <p className="text-small text-ink-3">line marks everyone</p>
          </div>
          <ul className="grid gap-2">
            {telling.map(({ words, share, baseShare }) => (
              <li key={words} className="grid grid-cols-[minmax(0,7.5rem)_1fr_auto] items-center gap-x-3 text-small">
                <bdi className="wrap-anywhere">{words}</bdi>
                <ShareBar share={share} base={baseShare} />
                <span className="tabular-nums">
                  {percent(share)} <span className="sr-only">of them, {percent(baseShare)} of everyone, </span>
                  {baseShare > 0 && (
                    <span className="font-strong text-accent-ink">{(share / baseShare).toFixed(1)}×</span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function MovedWords({ entered, left }: { readonly entered: number | null; readonly left: number | null }) {
  if (entered === null || left === null) return null;
  return (
    <span className="text-small text-ink-3">
      +{figure(entered)} −{figure(left)} since the data before
    </span>
  );
}

interface ProblemProps {
  readonly documentId: string;
  readonly state: "failed" | "invalid";
  readonly sentence: string;
  readonly snapshotNumber: number;
  readonly hasResult: boolean;
}

function Problem({ documentId, state, sentence, snapshotNumber, hasResult }: ProblemProps) {
  const { id: workspaceId, may } = useWorkspace();
  const trpc = useTRPC();
  const again = useMutation(
    trpc.segments.measureAgain.mutationOptions({
      onSuccess: () => toast("It is being measured again."),
      onError: (error) => toast(refusal(error).message, { tone: "error" }),
    }),
  );
  return (
    <div className="mt-3 rounded-m bg-stale-soft px-3.5 py-2.5 text-small">
      <p className="font-semibold">
        {state === "invalid" ? "The rule can’t be asked" : "Measuring failed"} on snapshot {snapshotNumber}
      </p>
      <p className="text-ink-2 wrap-anywhere">
        {sentence} {hasResult && "The figures above are those of before."}
      </p>
      {may("document.publish") && (
        <Button
          size="s"
          className="mt-2"
          pending={again.isPending}
          onClick={() => again.mutate({ workspaceId, documentId })}
        >
          Measure again
        </Button>
      )}
    </div>
  );
}
