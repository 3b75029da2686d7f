import { currentRequest } from "./logging/current-request";
import { type LogFacts, log } from "./logging/log";

/**
 * Logs a failure of ours: its class, its code and where it happened. Never its message or input, since a database
 * error quotes the values it fell over. `facts` are more that is no secret.
 */
export function reportFailure(where: string, path: string | undefined, error: unknown, facts: LogFacts = {}): void {
  const known = error instanceof Error ? error : new Error();
  const inner = known.cause instanceof Error ? known.cause : undefined;
  log().write("error", "failure", {
    where,
    in: path,
    request: currentRequest(),
    error: nameOf(known),
    because: inner && nameOf(inner),
    digest: digestOf(known),
    ...facts,
    frames: framesOf(inner ?? known),
  });
}

function nameOf(error: Error): string {
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return [error.name, code].filter((word) => /^[\w.-]{1,60}$/.test(word)).join(" ");
}

/** By which Next numbers what went wrong on a page: people are shown it. */
function digestOf(error: Error): string | undefined {
  const digest = "digest" in error ? error.digest : undefined;
  return typeof digest === "string" && /^\d{1,20}(@\w+)?$/.test(digest) ? digest : undefined;
}

/** A message stands at the beginning of a stack, and may look like frames. */
function framesOf({ stack = "", message }: Error): string[] {
  const begin = message === "" ? 0 : stack.indexOf(message) + message.length;
  return stack
    .slice(begin)
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 5)
    .map((line) => line.trim());
}
