// What a measured claim rests on, as one line that is read by people and found again by us.

export interface MeasuredSource {
  readonly segment: string;
  readonly version: number;
  readonly dataName: string;
  /** ISO day. */
  readonly asOf: string;
  readonly snapshot: number;
}

/** What was measured: so many percent in a bin, or the middle of a number. */
export type MeasuredFigure =
  | { readonly kind: "share"; readonly words: string; readonly percent: number }
  | { readonly kind: "median"; readonly words: string; readonly value: number };

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const MAX_NAME = 60;

function day(iso: string): string {
  const [year = "", month = "1", date = "1"] = iso.split("-");
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** "Plus members v3, Loyalty export, 1 Nov 2026 (snapshot 4)". */
export function sourceWords({ segment, version, dataName, asOf, snapshot }: MeasuredSource): string {
  const short = (name: string) => name.replace(/\s+/g, " ").trim().slice(0, MAX_NAME).toWellFormed();
  return `${short(segment)} v${version}, ${short(dataName)}, ${day(asOf)} (snapshot ${snapshot})`;
}

/** "…: City: Lyon 44%", or "…: Age median 34". */
export function writeSource(source: MeasuredSource, figure: MeasuredFigure): string {
  const said =
    figure.kind === "share" ? `${figure.words} ${figure.percent}%` : `${figure.words} median ${figure.value}`;
  return `${sourceWords(source)}: ${said}`;
}

/** The figure of a source that `writeSource` wrote; null for any other one. */
export function readSource(source: string): MeasuredFigure | null {
  const said = /\(snapshot \d+\): (.+)$/.exec(source)?.[1];
  if (said === undefined) return null;
  const share = /^(.+) (\d+(?:\.\d+)?)%$/.exec(said);
  if (share?.[1]) return { kind: "share", words: share[1], percent: Number(share[2]) };
  const median = /^(.+) median (-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/.exec(said);
  return median?.[1] ? { kind: "median", words: median[1], value: Number(median[2]) } : null;
}
