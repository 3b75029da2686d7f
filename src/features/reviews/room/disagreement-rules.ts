// How far people are apart about something: what is talked about first.
import { VERDICTS, type Verdict } from "./room-rules";

/**
 * The Shannon entropy of what was said, in bits: 0 where all agree or nobody spoke, 2 where each of the four was said as
 * often. Sums in a fixed order, so that the same marks give the same number whatever order they came in.
 */
export function disagreement(verdicts: readonly Verdict[]): number {
  const total = verdicts.length;
  const entropy = VERDICTS.reduce((sum, verdict) => {
    const share = verdicts.filter((one) => one === verdict).length / total;
    return share > 0 ? sum - share * Math.log2(share) : sum;
  }, 0);
  return total === 0 ? 0 : entropy;
}

export interface PlaceMarks {
  readonly place: string;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly total: number;
  readonly disagreement: number;
}

/** The places with marks, those first about which people are furthest apart; then those that more people marked. */
export function byDisagreement(
  marks: readonly { readonly place: string; readonly verdict: Verdict }[],
): readonly PlaceMarks[] {
  return [...Map.groupBy(marks, ({ place }) => place)]
    .map(([place, here]) => {
      const verdicts = here.map(({ verdict }) => verdict);
      const count = (verdict: Verdict) => verdicts.filter((one) => one === verdict).length;
      const counts = { keep: count("keep"), change: count("change"), remove: count("remove"), unsure: count("unsure") };
      return { place, counts, total: here.length, disagreement: disagreement(verdicts) };
    })
    .sort(
      (one, other) =>
        other.disagreement - one.disagreement || other.total - one.total || (one.place < other.place ? -1 : 1),
    );
}
