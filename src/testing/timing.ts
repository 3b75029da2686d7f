// Whether two things take the same time, for promises that nothing is told by it.

/** How often to try again: a busy machine may spoil a measurement, a real difference spoils them all. */
export const TIMING_RETRIES = { retry: 4 };

/** Median time of `first` over that of `second`. They run in turn, so that a busy machine slows both alike. */
export async function medianTimeRatio(
  first: (round: number) => Promise<unknown>,
  second: (round: number) => Promise<unknown>,
  rounds = 25,
): Promise<number> {
  const times: [number[], number[]] = [[], []];
  // The first round warms up and isn't counted.
  for (let round = 0; round <= rounds; round++) {
    for (const [at, work] of [first, second].entries()) {
      const start = performance.now();
      await work(round);
      if (round > 0) times[at]?.push(performance.now() - start);
    }
  }
  const [one = 0, two = 1] = times.map((list) => list.sort((a, b) => a - b)[Math.floor(rounds / 2)]);
  return one / two;
}
