/**
 * Logs a failure of ours: its class, its code and where it happened. Never its message or input, since a database
 * error quotes the values it fell over.
 */
export function reportFailure(where: string, path: string | undefined, error: unknown): void {
  const known = error instanceof Error ? error : new Error();
  const inner = known.cause instanceof Error ? known.cause : undefined;
  const frames = (inner ?? known).stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? [];
  const lines = [
    `${where} failed${path ? ` in ${path}` : ""}: ${nameOf(known)}`,
    ...(inner ? [`    because of ${nameOf(inner)}`] : []),
    ...frames.slice(0, 5),
  ];
  process.stderr.write(`${lines.join("\n")}\n`);
}

function nameOf(error: Error): string {
  return "code" in error && typeof error.code === "string" ? `${error.name} ${error.code}` : error.name;
}
