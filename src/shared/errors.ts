// Every refusal in the product is one of these. Thrown where it is known, translated to HTTP in one place.

export type AppErrorCode =
  | "UNAUTHENTICATED"
  | "FORBIDDEN"
  | "NOT_FOUND"
  | "INVALID"
  | "CONFLICT"
  | "BLOCKED"
  | "LIMIT"
  | "UPSTREAM";

/** JSON that a screen needs to explain the refusal, such as the revision that is current now. */
export type AppErrorDetails = Record<string, string | number | boolean | null | string[]>;

/** `message` is shown to people: what happened and what to do, in their words. */
export class AppError extends Error {
  override readonly name = "AppError";

  constructor(
    readonly code: AppErrorCode,
    message: string,
    readonly details: AppErrorDetails = {},
  ) {
    super(message);
  }
}
