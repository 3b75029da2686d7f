// How long a fuzz test tries. The seed is fixed, so that a failure is the same for everybody; to look for new ones,
// run with FUZZ_SEED and FUZZ_RUNS.
export const FUZZ_SEED = Number(process.env.FUZZ_SEED ?? 20_261_122);
export const FUZZ_RUNS = Number(process.env.FUZZ_RUNS ?? 15);
