"use client";
import type { ValueAnswer } from "@/features/datasets/discovery/discovery-contract";
import { daysOf, ordersOf } from "@/features/datasets/discovery/value-rules";
import { countText, shareText } from "@/features/datasets/value-words-rules";

type Found = NonNullable<ValueAnswer["found"]>;

interface ValueMapProps {
  readonly found: Found;
  readonly moneyText: (amount: number) => string;
  /** Null where the person may not make segments. */
  readonly onChoose:
    | ((cell: { readonly recency: number; readonly orders: number; readonly customers: number }) => void)
    | null;
}

const SCORES = [1, 2, 3, 4, 5] as const;

/** "up to 30", "31–90", "more than 90" days ago. */
export function recencyWords(score: number, found: Found): string {
  const { more, most } = daysOf([score, score], found.cuts);
  if (most === null) return `more than ${countText(more ?? 0)}`;
  return more === null ? `up to ${countText(most)}` : `${countText(more + 1)}–${countText(most)}`;
}

/** "1", "3–4", "10 or more". */
export function ordersWords(score: number, found: Found): string {
  const { least, most } = ordersOf([score, score], found.cuts);
  if (most === null) return `${countText(least)} or more`;
  return least >= most ? countText(most) : `${countText(least)}–${countText(most)}`;
}

/** How recent against how often, with customers and their money in each cell; darker is more customers. */
export function ValueMap({ found, moneyText, onChoose }: ValueMapProps) {
  const cellOf = (recency: number, orders: number) => {
    const own = found.cells.filter((cell) => cell.recency === recency && cell.orders === orders);
    return {
      customers: own.reduce((sum, { customers }) => sum + customers, 0),
      spent: own.reduce((sum, { spent }) => sum + spent, 0),
    };
  };
  const most = Math.max(1, ...SCORES.flatMap((r) => SCORES.map((f) => cellOf(r, f).customers)));
  return (
    <table className="w-full table-fixed border-separate border-spacing-1 text-small">
      <caption className="pb-2 text-start text-ink-2">
        Customers by days since the last order and number of orders, and what they spent; darker is more customers.
      </caption>
      <thead>
        <tr>
          <th scope="col" className="w-[4.6rem] text-start align-bottom text-label font-normal text-ink-3 sm:w-32">
            Days ago
          </th>
          {SCORES.map((orders) => (
            <th key={orders} scope="col" className="align-bottom text-label font-normal text-ink-2">
              {ordersWords(orders, found)}
              <span className={orders === 1 ? "" : "sr-only"}>
                {" "}
                {orders === 1 && ordersWords(1, found) === "1" ? "order" : "orders"}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {SCORES.toReversed().map((recency) => (
          <tr key={recency}>
            <th scope="row" className="text-start text-label font-normal text-ink-2">
              {recencyWords(recency, found)}
            </th>
            {SCORES.map((orders) => {
              const { customers, spent } = cellOf(recency, orders);
              const strength = customers === 0 ? 0 : 8 + Math.round((customers / most) * 30);
              const look =
                "grid min-h-11 w-full place-items-center content-center rounded-s border px-0.5 tabular-nums";
              const style = { background: `color-mix(in oklab, var(--info) ${strength}%, var(--surface))` };
              const text = (
                <>
                  <span className="font-strong">{countText(customers)}</span>
                  <span className="hidden text-label text-ink-2 sm:block">{customers > 0 && moneyText(spent)}</span>
                </>
              );
              const said = `${countText(customers)} customers, ${shareText(customers, found.buyers)} of buyers, ${moneyText(spent)}`;
              return (
                <td key={orders} className="p-0">
                  {onChoose && customers > 0 ? (
                    <button
                      type="button"
                      className={`${look} hover:border-ink-3`}
                      style={style}
                      aria-label={`${said}: ${recencyWords(recency, found)} days ago, ${ordersWords(orders, found)} orders. Make a segment`}
                      onClick={() => onChoose({ recency, orders, customers })}
                    >
                      {text}
                    </button>
                  ) : (
                    <span className={look} style={style}>
                      {text}
                    </span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
