// The log of a process: one line for each thing that happened, on standard output and nowhere else. What a line may say is
// decided where it is written: names of routes, procedures and jobs, numbers, classes of errors, ids that were drawn at random;
// never an address, a name, words of people, a token, or a path as it was asked for.
import path from "node:path";
import pino from "pino";
import { logEnv } from "@/env";
import { lineForPeople } from "./line-for-people";

export type LogLevel = "error" | "warn" | "info" | "debug";
export type LogFacts = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

interface Log {
  isOn(level: LogLevel): boolean;
  /** `event` is one of few words, such as "request"; `facts` say the rest. */
  write(level: LogLevel, event: string, facts?: LogFacts): void;
}

/** The script that runs, which is what people call the process: api, worker, start. */
function processName(): string {
  const script = path.basename(process.argv[1] ?? "").replace(/\.\w+$/, "");
  return script === "next" || script === "start-server" ? "web" : script;
}

function open(): Log {
  const { format, level } = logEnv();
  const toPeople = { write: (line: string) => process.stdout.write(lineForPeople(JSON.parse(line))) };
  // Not a destination of pino's: standard output writes in order and at once, and is replaced by tests.
  const toMachines = { write: (line: string) => process.stdout.write(line) };
  const logger = pino(
    {
      level,
      base: { process: processName() },
      messageKey: "event",
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    format === "json" ? toMachines : toPeople,
  );
  return {
    isOn: (wanted) => logger.isLevelEnabled(wanted),
    write: (at, event, facts = {}) => logger[at](facts, event),
  };
}

let shared: Log | undefined;

/** The process's own, as the environment says on first use. */
export function log(): Log {
  shared ??= open();
  return shared;
}
