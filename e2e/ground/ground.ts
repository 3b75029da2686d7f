// What the suite's set-up tells the tests, which run in processes of their own.

export interface Ground {
  /** Address of the product. */
  readonly url: string;
  readonly mailFolder: string;
  /** Log of the product's processes. */
  readonly log: string;
}

const NAME = "DRAMATIS_E2E_GROUND";

export function shareGround(ground: Ground): void {
  process.env[NAME] = JSON.stringify(ground);
}

/** Throws outside of a run that has been set up. */
export function ground(): Ground {
  const text = process.env[NAME];
  if (!text) throw new Error("The product was not started: run through e2e/playwright.config.ts.");
  return JSON.parse(text) as Ground;
}
