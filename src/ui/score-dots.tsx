import clsx from "clsx";

interface ScoreDotsProps {
  readonly score: number;
  readonly of: number;
  /** What is scored, for screen readers. */
  readonly label: string;
}

/** A score as small dots, so that many can be compared at a glance. */
export function ScoreDots({ score, of, label }: ScoreDotsProps) {
  const words = `${label} ${score} of ${of}`;
  return (
    <span role="img" aria-label={words} title={words} className="inline-flex shrink-0 items-center gap-[3px]">
      {Array.from({ length: of }, (_, place) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the dots are their places.
          key={place}
          className={clsx("size-[5px] rounded-full", place < score ? "bg-ink-2" : "bg-line-strong")}
        />
      ))}
    </span>
  );
}
