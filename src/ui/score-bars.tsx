"use client";
import clsx from "clsx";
import { useId } from "react";

interface ScoreBarsProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly of: number;
  readonly score: number | null;
  /** Null where it is only read. */
  readonly onScore: ((score: number | null) => void) | null;
}

const ROW = "grid grid-cols-[minmax(0,7.5rem)_minmax(0,1fr)_auto] items-center gap-x-3";

/** A score as a row of bars. Where it may be changed each bar is a radio button; the chosen one takes it back. */
export function ScoreBars({ label, hint, of, score, onScore }: ScoreBarsProps) {
  const name = useId();
  const bars = Array.from({ length: of }, (_, place) => place + 1);
  const look = (bar: number) => clsx("block h-2 w-full rounded-full", bar <= (score ?? 0) ? "bg-ink" : "bg-line");
  const said = score === null ? "not said" : `${score} of ${of}`;
  if (!onScore) {
    return (
      <div className={ROW} title={hint}>
        <span className="text-small">{label}</span>
        <span role="img" aria-label={said} className="flex gap-1">
          {bars.map((bar) => (
            <span key={bar} className={look(bar)} />
          ))}
        </span>
        <span aria-hidden="true" className="w-8 text-end text-small text-ink-2 tabular-nums">
          {score ?? "–"}
        </span>
      </div>
    );
  }
  return (
    <fieldset className={clsx(ROW, "min-w-0")} title={hint}>
      <legend className="sr-only">
        {label}
        {hint && `: ${hint}`}
      </legend>
      <span aria-hidden="true" className="text-small">
        {label}
      </span>
      <span className="flex gap-1">
        {bars.map((bar) => (
          <label
            key={bar}
            className="grid min-h-6 flex-1 cursor-pointer items-center rounded-s has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              aria-label={`${bar} of ${of}`}
              checked={score === bar}
              onChange={() => onScore(bar)}
              onClick={() => score === bar && onScore(null)}
            />
            <span className={look(bar)} />
          </label>
        ))}
      </span>
      <output className="w-8 text-end text-small text-ink-2 tabular-nums">{score ?? "–"}</output>
    </fieldset>
  );
}
