import type { EXIT } from "./exit-codes.mjs";

/** Why a start can't go on: one sentence for people, and the exit code that goes with it. */
export class StartFailure extends Error {
  constructor(
    readonly exitCode: (typeof EXIT)[keyof typeof EXIT],
    message: string,
  ) {
    super(message);
  }
}
