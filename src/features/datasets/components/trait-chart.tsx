"use client";
import type { Trait, TraitBin } from "../catalog-rules";
import { countedText, countText, medianOf, shareText, valueText } from "../value-words-rules";

/** Values that are drawn; the others are counted. */
const MOST_VALUES = 6;

interface TraitChartProps {
  readonly trait: Trait;
  /** What the profile is over: customers of the snapshot, or its events. */
  readonly base: number;
  readonly noun: "customer" | "event";
}

/** How the values of one trait are spread, drawn from the catalog alone. */
export function TraitChart({ trait, base, noun }: TraitChartProps) {
  const { profile } = trait;
  if (profile.known === 0) return <p className="text-small text-ink-3">Nothing is known of it.</p>;
  const isFew = profile.distinct <= MOST_VALUES && profile.top.length === profile.distinct;
  if (profile.bins.length > 1 && !isFew) return <Histogram trait={trait} noun={noun} />;
  if (profile.top.length > 0 && profile.distinct < profile.known) return <TopValues trait={trait} base={base} />;
  if (profile.min !== null && profile.min === profile.max) {
    return <p className="text-small text-ink-2">Always {valueText(trait, profile.min)}</p>;
  }
  if (profile.top.length > 0) {
    return (
      <p className="text-small wrap-anywhere text-ink-2">
        Every value differs, such as <bdi>{profile.top[0]?.value}</bdi>.
      </p>
    );
  }
  return <p className="text-small text-ink-2">{countedText(profile.distinct, "different value")}</p>;
}

function TopValues({ trait, base }: Omit<TraitChartProps, "noun">) {
  const { top, distinct, known } = trait.profile;
  const shown = top.slice(0, MOST_VALUES);
  const others = distinct - shown.length;
  const rest = known - shown.reduce((sum, { count }) => sum + count, 0);
  return (
    <ul className="grid gap-1.5 text-small">
      {shown.map(({ value, count }) => (
        <li
          key={value}
          title={countText(count)}
          className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)_3rem] items-center gap-x-2.5"
        >
          <span className="truncate" title={value}>
            <bdi>{value}</bdi>
          </span>
          <span aria-hidden="true" className="h-2 overflow-hidden rounded-full bg-sunk">
            <span
              className="block h-full rounded-full bg-ink"
              style={{ width: `max(2px, ${(count / Math.max(base, 1)) * 100}%)` }}
            />
          </span>
          <span className="text-end text-ink-2 tabular-nums">{shareText(count, base)}</span>
        </li>
      ))}
      {others > 0 && rest > 0 && (
        <li className="grid grid-cols-[minmax(0,1fr)_3rem] gap-x-2.5 text-ink-3">
          <span>{countedText(others, "other value")}</span>
          <span className="text-end tabular-nums">{shareText(rest, base)}</span>
        </li>
      )}
    </ul>
  );
}

function Histogram({ trait, noun }: Pick<TraitChartProps, "trait" | "noun">) {
  const { bins, min, max, mean } = trait.profile;
  const most = Math.max(...bins.map(({ count }) => count), 1);
  const median = medianOf(trait.profile);
  const text = (value: number | string) => valueText(trait, value);
  const from = min ?? bins[0]?.from ?? "";
  const to = max ?? bins.at(-1)?.to ?? "";
  return (
    <div>
      <div
        role="img"
        aria-label={`From ${text(from)} to ${text(to)}. ${fullest(bins, text, noun)}`}
        className="flex h-16 items-end gap-px border-b border-line-strong"
      >
        {bins.map((bin) => (
          <span
            key={String(bin.from)}
            title={`${text(bin.from)} to ${text(bin.to)}: ${countText(bin.count)}`}
            className="flex h-full min-w-0 flex-1 items-end hover:bg-sunk"
          >
            <span
              className="block w-full rounded-t-[2px] bg-ink"
              style={{ height: bin.count === 0 ? 0 : `max(2px, ${(bin.count / most) * 100}%)` }}
            />
          </span>
        ))}
      </div>
      <div className="flex justify-between gap-2 pt-1 text-small text-ink-3 tabular-nums">
        <span>{text(from)}</span>
        {median !== null && (
          <span className="truncate text-ink-2" title={mean === null ? undefined : `On average ${text(mean)}`}>
            half up to {text(median)}
          </span>
        )}
        <span>{text(to)}</span>
      </div>
    </div>
  );
}

function fullest(bins: readonly TraitBin[], text: (value: number | string) => string, noun: string): string {
  const bin = bins.reduce((best, one) => (one.count > best.count ? one : best));
  return `Most, ${countedText(bin.count, noun)}, lie between ${text(bin.from)} and ${text(bin.to)}.`;
}
