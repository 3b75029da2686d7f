// next-auth's log, in our way: where it failed, never whose name or address was part of it.
import { CredentialsSignin, OAuthAccountNotLinked } from "@auth/core/errors";
import type { LoggerInstance } from "@auth/core/types";
import { reportFailure } from "@/server/failure-report";

export const authLogger: Partial<LoggerInstance> = {
  error(error) {
    // Answers to people, not failures of ours.
    if (error instanceof CredentialsSignin || error instanceof OAuthAccountNotLinked) return;
    reportFailure("sign-in", error.name, innermost(error));
  },
  warn: () => {},
  debug: () => {},
};

/** next-auth wraps what happened as `cause.err`, and adapters wrap it once more. */
function innermost(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error) || depth > 5) return error;
  const { cause } = error;
  const inner = cause !== null && typeof cause === "object" && "err" in cause ? cause.err : cause;
  return inner instanceof Error ? innermost(inner, depth + 1) : error;
}
