// Where faces are had: kept by the browser for good, and no script.

/** A seed draws a face; the same seed always draws the same one. */
export const PORTRAIT_SEED_PATTERN = /^[a-z0-9-]{1,40}$/;

const SHEET_FACES = 50;
const ENDING = ".svg";
const BETWEEN = "~";

export function portraitAddress(seed: string): string {
  return `/portraits/${seed}${ENDING}`;
}

/** Where an uploaded picture is had, by members of its workspace. */
export function pictureAddress(workspaceId: string, pictureId: string): string {
  return `/pictures/${workspaceId}/${pictureId}`;
}

/** The seed that the last part of an address names, or undefined if it names none. */
export function portraitSeed(fileName: string): string | undefined {
  const seed = fileName.endsWith(ENDING) ? fileName.slice(0, -ENDING.length) : "";
  return PORTRAIT_SEED_PATTERN.test(seed) ? seed : undefined;
}

/** Many faces in one picture, a square of rows: a list of fifty then costs one request. */
export interface PortraitSheet {
  readonly address: string;
  readonly seeds: readonly string[];
}

/**
 * The sheets of a list, as a function of a row's place in it. Rows that are added at the end leave the sheets before
 * them as they are. Undefined where less than three faces remain, which are had one by one.
 */
export function portraitSheets(seeds: readonly string[]): (row: number) => PortraitSheet | undefined {
  const count = Math.ceil(seeds.length / SHEET_FACES);
  const sheets = Array.from({ length: count }, (_, sheet) =>
    portraitSheet(seeds.slice(sheet * SHEET_FACES, (sheet + 1) * SHEET_FACES)),
  );
  return (row) => sheets[Math.floor(row / SHEET_FACES)];
}

function portraitSheet(seeds: readonly string[]): PortraitSheet | undefined {
  const distinct = [...new Set(seeds)].sort();
  if (distinct.length < 3 || distinct.length > SHEET_FACES) return undefined;
  return { address: `/portraits/sheets/${distinct.join(BETWEEN)}${ENDING}`, seeds: distinct };
}

/** The seeds that a sheet's address names, or undefined if it names none or isn't one that `portraitSheets` gives. */
export function sheetSeeds(fileName: string): readonly string[] | undefined {
  if (!fileName.endsWith(ENDING)) return undefined;
  const seeds = fileName.slice(0, -ENDING.length).split(BETWEEN);
  if (!seeds.every((seed) => PORTRAIT_SEED_PATTERN.test(seed))) return undefined;
  return portraitSheet(seeds)?.address.endsWith(`/${fileName}`) ? seeds : undefined;
}

/** Places of a sheet's row, and of its column. */
export function sheetSide(count: number): number {
  return Math.ceil(Math.sqrt(count));
}
