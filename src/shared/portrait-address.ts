// Where a generated face is had. One request per face, kept by the browser for good, and no script.

/** A seed draws a face; the same seed always draws the same one. */
export const PORTRAIT_SEED_PATTERN = /^[a-z0-9-]{1,40}$/;

export function portraitAddress(seed: string): string {
  return `/portraits/${seed}.svg`;
}

/** The seed that the last part of an address names, or undefined if it names none. */
export function portraitSeed(fileName: string): string | undefined {
  const seed = fileName.endsWith(".svg") ? fileName.slice(0, -".svg".length) : "";
  return PORTRAIT_SEED_PATTERN.test(seed) ? seed : undefined;
}
