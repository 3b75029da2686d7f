"use client";
import type { FoundationsAnswer } from "@/features/datasets/discovery/discovery-contract";
import { FOUNDATIONS } from "@/features/datasets/discovery/foundation-rules";
import { countText, shareText } from "@/features/datasets/value-words-rules";

/** Who is in two of the groups at once: each pair once, with its share of the smaller group. */
export function OverlapTable({ answer: { foundations, overlaps } }: { readonly answer: FoundationsAnswer }) {
  const there = foundations.flatMap(({ key, found }, at) => (found ? [{ key, at, customers: found.customers }] : []));
  const [first, ...others] = there;
  if (!first || others.length === 0) return null;
  const columns = there.slice(0, -1);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard.
    <section aria-label="Overlaps" tabIndex={0} className="min-w-0 overflow-x-auto">
      <table className="w-full border-separate border-spacing-1 text-small tabular-nums">
        <caption className="pb-2 text-start text-ink-2">
          Customers in two of them at once, and how much of the smaller one that is.
        </caption>
        <thead>
          <tr>
            <td />
            {columns.map(({ key }) => (
              <th key={key} scope="col" className="min-w-16 align-bottom text-label font-normal text-ink-2">
                {FOUNDATIONS[key].name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {others.map((row, place) => (
            <tr key={row.key}>
              <th scope="row" className="min-w-20 text-start text-label font-normal text-ink-2">
                {FOUNDATIONS[row.key].name}
              </th>
              {columns.map((column, at) => {
                if (at > place) return <td key={column.key} />;
                const both = overlaps.find(({ a, b }) => a === column.at && b === row.at)?.customers ?? 0;
                const smaller = Math.min(row.customers, column.customers);
                const strength = smaller === 0 ? 0 : Math.round((both / smaller) * 36);
                return (
                  <td
                    key={column.key}
                    className="rounded-s border px-1 py-1.5 text-center"
                    style={{ background: `color-mix(in oklab, var(--info) ${strength}%, var(--surface))` }}
                  >
                    <span className="block font-strong">{countText(both)}</span>
                    <span className="text-label text-ink-2">{shareText(both, smaller)}</span>
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
