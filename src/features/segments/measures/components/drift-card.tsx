"use client";
import { useId, useState } from "react";
import { isAlarm, type TraitDrift } from "@/features/datasets/measures/drift-rules";
import type { Measure } from "@/features/datasets/measures/measure-contract";
import { binLabels, percent, sumOf, type TraitPicture } from "@/features/datasets/measures/profile-rules";
import { TermHint } from "@/features/workspaces/components/term-hint";
import { dayText } from "@/shared/date-text";
import { Button } from "@/ui/button";

interface DriftCardProps {
  readonly newest: Measure;
  readonly first: Measure;
}

const FEW = 3;
const STATES: Readonly<Record<TraitDrift["state"], string>> = {
  stable: "stable",
  moderate: "moved",
  major: "moved a lot",
  "too-small": "too few people to tell",
  gone: "not in the data any more",
};

/** What moved since the version was published, with both pictures; what moved most first. */
export function DriftCard({ newest, first }: DriftCardProps) {
  const heading = useId();
  const [isWhole, setWhole] = useState(false);
  const { drift } = newest;
  if (!drift) return null;
  const isDrifting = drift.state === "drifting";
  const traits = isWhole
    ? drift.traits
    : drift.traits.filter((trait, place) => isAlarm(trait) || (place < FEW && isDrifting));
  return (
    <section
      aria-labelledby={heading}
      className={isDrifting ? "min-w-0 rounded-m bg-stale-soft px-4 py-3.5" : "min-w-0"}
    >
      <div className="flex min-h-6 items-center gap-1">
        <h2 id={heading} className={isDrifting ? "font-semibold" : "text-section"}>
          {isDrifting ? `Drifting since v${newest.version}` : `Since v${newest.version} was published`}
        </h2>
        <TermHint term="drift" />
      </div>
      <p className="text-small text-ink-2">
        {isDrifting
          ? drift.sentence
          : drift.state === "too-small"
            ? "Fewer than 200 members: too few to tell whether they are still who they were."
            : "Its members are still who they were."}
      </p>
      <ul className="grid gap-3 pt-2">
        {traits.map((trait) => (
          <DriftedTrait
            key={trait.id}
            drift={trait}
            before={first.profile?.traits.find(({ id }) => id === trait.id)}
            now={newest.profile?.traits.find(({ id }) => id === trait.id)}
          />
        ))}
      </ul>
      {traits.length > 0 && (
        <p className="pt-1.5 text-small text-ink-2">
          Above v{newest.version} on {dayText(first.snapshot.asOf, "UTC")}, below {dayText(newest.snapshot.asOf, "UTC")}
          .
        </p>
      )}
      {drift.traits.length > traits.length || isWhole ? (
        <Button size="s" variant="ghost" className="mt-1.5 -ms-2" onClick={() => setWhole(!isWhole)}>
          {isWhole ? "Show less" : `All ${drift.traits.length} traits`}
        </Button>
      ) : null}
    </section>
  );
}

interface DriftedTraitProps {
  readonly drift: TraitDrift;
  readonly before: TraitPicture | undefined;
  readonly now: TraitPicture | undefined;
}

function DriftedTrait({ drift, before, now }: DriftedTraitProps) {
  const effect = drift.effect ? `, ${drift.effect.name} ${drift.effect.value.toFixed(2)}` : "";
  return (
    <li className="min-w-0 text-small">
      <p className="flex flex-wrap justify-between gap-x-3">
        <bdi className="font-strong wrap-anywhere">{drift.label}</bdi>
        <span className="text-ink-2 tabular-nums">
          {STATES[drift.state]} · PSI {drift.psi.toFixed(2)}
          {effect}
        </span>
      </p>
      {before && now && <BothPictures before={before} now={now} />}
    </li>
  );
}

const HALF = 26;

/** Two distributions back to back: above as it was, below as it is. */
function BothPictures({ before, now }: { readonly before: TraitPicture; readonly now: TraitPicture }) {
  const labels = binLabels(before);
  const [n, m] = [Math.max(1, sumOf(before.members)), Math.max(1, sumOf(now.members))];
  const bins = before.members
    .map((count, bin) => ({ bin, label: labels[bin] ?? "", from: count / n, to: (now.members[bin] ?? 0) / m }))
    .filter(({ from, to }) => from > 0 || to > 0);
  const highest = Math.max(0.01, ...bins.flatMap(({ from, to }) => [from, to]));
  const high = (share: number) => (share === 0 ? 0 : Math.max(1, (share / highest) * HALF));
  return (
    <ul className="flex gap-0.5 pt-1">
      {bins.map(({ bin, label, from, to }) => {
        const words = `${label}: ${percent(from)} then, ${percent(to)} now`;
        return (
          <li key={bin} className="min-w-0 flex-1" title={words}>
            <span className="sr-only">{words}</span>
            <svg aria-hidden="true" width="100%" height={2 * HALF + 3} className="block">
              <rect y={HALF - high(from)} width="100%" height={high(from)} rx="2" className="fill-line-strong" />
              <rect y={HALF + 1} width="100%" height="1" className="fill-line-control" />
              <rect y={HALF + 3} width="100%" height={high(to)} rx="2" className="fill-ink" />
            </svg>
            <span aria-hidden="true" className="block truncate text-label text-ink-2">
              {label}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
