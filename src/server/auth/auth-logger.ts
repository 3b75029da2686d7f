// next-auth's log, without people's data: a failed query names its parameters, and a wrong password is no error.
import type { LoggerInstance } from "@auth/core/types";

export const authLogger: Partial<LoggerInstance> = {
  error(error) {
    if (error.name === "CredentialsSignin" || "code" in error) return;
    console.error(`Sign-in: ${chain(error).join(", because ")}`);
  },
  warn: () => {},
  debug: () => {},
};

/** The error and its causes, each by name, and by message where that can't hold a person's data. */
function chain(error: unknown, depth = 0): string[] {
  if (!(error instanceof Error) || depth > 5) return [];
  const { cause } = error;
  const inner = cause instanceof Error ? cause : cause && typeof cause === "object" && "err" in cause ? cause.err : null;
  const code = "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
  const text = error.message.startsWith("Failed query") ? "failed query" : error.message.split("\n")[0]?.slice(0, 200);
  return [`${error.name}${code}: ${text}`, ...chain(inner, depth + 1)];
}
