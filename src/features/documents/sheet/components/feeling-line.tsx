import { type Item, type ListField, valueAt } from "../../field-rules";
import { feelingOf } from "../claim-rules";

interface FeelingLineProps {
  readonly field: ListField;
  readonly stages: readonly Item[];
  readonly place: number;
}

const HEIGHT = 44;
const EDGE = 7;

/** How a stage feels, as a dot on a line that goes on in the stages beside it. */
export function FeelingLine({ field, stages, place }: FeelingLineProps) {
  const feeling = feelingOf(field);
  if (!feeling) return null;
  const { min, max, label, path } = feeling;
  const feltAt = (index: number): number | null => {
    const value = valueAt(stages[index], path);
    return typeof value === "number" ? value : null;
  };
  const height = (value: number) => EDGE + ((max - value) / (max - min)) * (HEIGHT - 2 * EDGE);
  const here = feltAt(place);
  const [before, after] = [feltAt(place - 1), feltAt(place + 1)];
  // The line crosses the border between two stages half way between them.
  const points = [
    ...(here !== null && before !== null ? [[0, (height(before) + height(here)) / 2]] : []),
    ...(here !== null ? [[50, height(here)]] : []),
    ...(here !== null && after !== null ? [[100, (height(here) + height(after)) / 2]] : []),
  ];
  const words =
    here === null ? `${label} not said` : `${label} ${here > 0 ? "+" : ""}${String(here).replace("-", "−")}`;
  return (
    <div role="img" aria-label={words} title={words} className="relative -mx-3 mb-1.5" style={{ height: HEIGHT }}>
      <svg
        aria-hidden="true"
        viewBox={`0 0 100 ${HEIGHT}`}
        preserveAspectRatio="none"
        className="absolute inset-0 size-full"
      >
        <line
          x1="0"
          x2="100"
          y1={HEIGHT / 2}
          y2={HEIGHT / 2}
          className="stroke-line"
          vectorEffect="non-scaling-stroke"
        />
        <polyline
          points={points.map((point) => point.join(",")).join(" ")}
          fill="none"
          strokeWidth="1.5"
          className="stroke-ink-3"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      {here !== null && (
        <span
          className="absolute start-1/2 -ms-[5px] -mt-[5px] size-2.5 rounded-full bg-ink"
          style={{ top: height(here) }}
        />
      )}
    </div>
  );
}
