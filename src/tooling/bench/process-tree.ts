// The processes of an installation, as Linux shows them. Other systems are left unmeasured rather than guessed at.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

const ROLES = ["start", "api", "web", "worker", "postgres"] as const;
export type ProcessRole = (typeof ROLES)[number];

/** Process ids by what they do; undefined where the system doesn't tell. */
export function processesBelow(root: number): ReadonlyMap<ProcessRole, readonly number[]> | undefined {
  if (process.platform !== "linux") return undefined;
  const found = new Map<ProcessRole, number[]>(ROLES.map((role) => [role, []]));
  const visit = (pid: number, role: ProcessRole) => {
    found.get(role)?.push(pid);
    for (const child of children(pid)) visit(child, role === "start" ? roleOf(child) : role);
  };
  visit(root, "start");
  return found;
}

function children(pid: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
    .map(Number);
}

function parentOf(pid: string): number | undefined {
  const stat = read(`/proc/${pid}/stat`);
  // The name stands in brackets and may hold anything, brackets included.
  return stat === undefined ? undefined : Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
}

function roleOf(pid: number): ProcessRole {
  const command = (read(`/proc/${pid}/cmdline`) ?? "").replaceAll("\0", " ");
  if (command.includes("dist/api.mjs")) return "api";
  if (command.includes("dist/worker.mjs")) return "worker";
  if (command.includes("postgres")) return "postgres";
  return /dist\/start\.mjs|launch\.mjs/.test(command) ? "start" : "web";
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

export interface Memory {
  /** Megabytes in memory. */
  readonly rss: number;
  /** The same with pages that several processes share counted once. */
  readonly pss: number;
}

export function memoryOf(pids: readonly number[]): Memory {
  let rss = 0;
  let pss = 0;
  for (const pid of pids) {
    const text = read(`/proc/${pid}/smaps_rollup`) ?? "";
    rss += Number(/^Rss:\s+(\d+)/m.exec(text)?.[1] ?? 0);
    pss += Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0);
  }
  return { rss: rss / 1024, pss: pss / 1024 };
}

/** Milliseconds of processor that the process has used, all its threads together; undefined where nobody tells. */
export function processorTime(pid: number): number | undefined {
  if (process.platform !== "linux") return undefined;
  const threads = readdirSync(`/proc/${pid}/task`);
  return threads.reduce((sum, thread) => {
    const [nanoseconds = "0"] = (read(`/proc/${pid}/task/${thread}/schedstat`) ?? "").split(" ");
    return sum + Number(nanoseconds) / 1e6;
  }, 0);
}

/** Lets the process run on these cores only, with all its threads; false where that can't be done. */
export function pin(pid: number, cores: string): boolean {
  return spawnSync("taskset", ["-a", "-c", "-p", cores, String(pid)], { stdio: "ignore" }).status === 0;
}
