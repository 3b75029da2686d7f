// How far something long has come, in words.
import { countText, durationText, sizeText } from "../value-words-rules";

export interface Pace {
  readonly done: number;
  /** Null while nobody knows. */
  readonly total: number | null;
  /** Since it began. */
  readonly milliseconds: number;
}

/** Before this nothing can be told of its speed. */
const TOO_EARLY_MS = 700;

/** From 0 to 1; null while nobody knows how much there is. An estimate of the whole may be too small: never above 1. */
export function shareDone({ done, total }: Pace): number | null {
  return total === null || total <= 0 ? null : Math.min(1, done / total);
}

/** Per second; null as long as it is too early to tell. */
function rateOf({ done, milliseconds }: Pace): number | null {
  return milliseconds < TOO_EARLY_MS || done <= 0 ? null : (done / milliseconds) * 1000;
}

/** Milliseconds until it is done; null while nobody can tell. */
export function timeLeft(pace: Pace): number | null {
  const rate = rateOf(pace);
  if (rate === null || pace.total === null) return null;
  return (Math.max(0, pace.total - pace.done) / rate) * 1000;
}

/** "12 MB of 48 MB", "3.1 MB a second", "about 12 seconds left". */
export function bytePaceWords(pace: Pace): readonly string[] {
  return paceWords(pace, sizeText);
}

/** "120,000 of 541,909 rows", "80,000 rows a second", "about 5 seconds left". */
export function rowPaceWords(pace: Pace): readonly string[] {
  const { done, total } = pace;
  const rate = rateOf(pace);
  return [
    total === null ? `${countText(done)} rows` : `${countText(Math.min(done, total))} of ${countText(total)} rows`,
    ...(rate === null ? [] : [`${countText(rounded(rate))} rows a second`]),
    ...leftWords(pace),
  ];
}

function paceWords(pace: Pace, text: (amount: number) => string): readonly string[] {
  const { done, total } = pace;
  const rate = rateOf(pace);
  return [
    total === null ? text(done) : `${text(done)} of ${text(total)}`,
    ...(rate === null ? [] : [`${text(rate)} a second`]),
    ...leftWords(pace),
  ];
}

function leftWords(pace: Pace): readonly string[] {
  const left = timeLeft(pace);
  return left === null || left <= 0 ? [] : [`about ${durationText(left)} left`];
}

/** Two figures are enough of a rate. */
function rounded(rate: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(rate)) - 1);
  return Math.round(rate / step) * step;
}
