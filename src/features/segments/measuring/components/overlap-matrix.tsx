import type { OverlapRegion } from "@/features/datasets/questions/answer-contract";
import { pairOverlap } from "@/features/datasets/questions/overlap-rules";
import { percentWords } from "../part-words-rules";

interface OverlapMatrixProps {
  readonly names: readonly string[];
  readonly regions: readonly OverlapRegion[];
}

/** Every set against every other one: the share of the row's that is in the column's as well. */
export function OverlapMatrix({ names, regions }: OverlapMatrixProps) {
  // Names may be equal: sets are told apart by their places.
  const sets = names.map((name, place) => ({ name, place }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className="overflow-x-auto" aria-label="Shares" tabIndex={0}>
      <table className="w-full border-collapse text-small tabular-nums">
        <thead>
          <tr>
            <td />
            {sets.map(({ name, place: column }) => (
              <th
                key={column}
                scope="col"
                className="max-w-24 px-2 py-1.5 text-end align-bottom font-strong wrap-anywhere"
              >
                <bdi>{name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sets.map(({ name, place: row }) => (
            <tr key={row} className="border-t">
              <th scope="row" className="max-w-40 py-1.5 pe-2 text-start font-strong wrap-anywhere">
                <bdi>{name}</bdi>
              </th>
              {sets.map(({ place: column }) => {
                const { first, both } = pairOverlap(regions, row, column);
                const share = first === 0 ? 0 : both / first;
                return (
                  <td key={column} className="px-1 py-1 text-end" title={`${both.toLocaleString("en")} customers`}>
                    {row === column ? (
                      <span className="text-ink-3">{first.toLocaleString("en")}</span>
                    ) : (
                      <span className={share >= 0.5 ? "font-semibold" : share >= 0.1 ? "" : "text-ink-3"}>
                        {percentWords(share)}
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
