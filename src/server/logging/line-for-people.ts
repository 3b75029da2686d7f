// The same facts as a line of JSON has, for somebody who looks at a terminal.

interface Line {
  readonly level: string;
  readonly time: string;
  readonly event: string;
  readonly [fact: string]: unknown;
}

/** Ends with a line break. `npm start` puts the name of the process in front, and a terminal has a clock beside it. */
export function lineForPeople({ level, time, event, process: _process, ...facts }: Line): string {
  const { frames, ...rest } = facts;
  const said = Object.entries(rest).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${inText(value)}`],
  );
  const loud = level === "error" || level === "warn" ? [level.toUpperCase()] : [];
  const below = Array.isArray(frames) ? frames.map((frame) => `\n    ${frame}`) : [];
  return `${[time.slice(11, 19), ...loud, event, ...said].join(" ")}${below.join("")}\n`;
}

function inText(value: unknown): string {
  const text = Array.isArray(value) ? value.join(",") : String(value);
  return /[\s"=]/.test(text) ? JSON.stringify(text) : text;
}
