import clsx from "clsx";

interface ShareColumn {
  readonly id: string;
  /** What it is and how much, for screen readers and on hover. */
  readonly words: string;
  /** From 0 to 1. */
  readonly share: number;
  readonly base: number;
}

interface ShareColumnsProps {
  readonly columns: readonly ShareColumn[];
  /** Below the first and the last. */
  readonly ends: readonly [string, string];
  /** Presses a column; null where nothing comes of it. */
  readonly onChoose: ((id: string) => void) | null;
}

const HEIGHT = 56;

/** Shares of neighbouring ranges as columns, the highest as high as there is room; a line for what each is held against. */
export function ShareColumns({ columns, ends, onChoose }: ShareColumnsProps) {
  const highest = Math.max(0.01, ...columns.flatMap(({ share, base }) => [share, base]));
  const high = (share: number) => Math.round((share / highest) * (HEIGHT - 3));
  return (
    <div>
      <ul className="flex gap-0.5">
        {columns.map(({ id, words, share, base }) => {
          const drawing = (
            <svg aria-hidden="true" width="100%" height={HEIGHT} className="block">
              <rect
                y={HEIGHT - Math.max(high(share), 1)}
                width="100%"
                height={Math.max(high(share), 1)}
                rx="2"
                className="fill-ink"
              />
              <rect y={HEIGHT - high(base) - 2} width="100%" height="4" className="fill-surface" />
              <rect y={HEIGHT - high(base) - 1} width="100%" height="2" className="fill-ink-2" />
            </svg>
          );
          return (
            <li key={id} className="min-w-0 flex-1" title={words}>
              {onChoose ? (
                <button
                  type="button"
                  aria-label={words}
                  onClick={() => onChoose(id)}
                  className={clsx("block w-full min-w-6 rounded-s hover:opacity-70")}
                >
                  {drawing}
                </button>
              ) : (
                <>
                  <span className="sr-only">{words}</span>
                  {drawing}
                </>
              )}
            </li>
          );
        })}
      </ul>
      <p className="flex justify-between gap-2 pt-1 text-label text-ink-3 tabular-nums" aria-hidden="true">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </p>
    </div>
  );
}
