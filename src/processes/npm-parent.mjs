// A killed npm tells nobody: it must be watched.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Calls `onGone` when the npm that started us has ended. Without npm, or on Windows, never. */
export function watchNpm(isUnderNpm, onGone) {
  if (!isUnderNpm || process.platform === "win32") return;
  const parent = process.ppid;
  const npm = npmOf(parent);
  const timer = setInterval(() => {
    if (process.ppid === parent && isAlive(npm)) return;
    clearInterval(timer);
    onGone();
  }, 1000);
  timer.unref();
}

/** npm runs a script in a shell, which some shells leave out; the shell knows our name. */
function npmOf(parent) {
  const { command, ppid } = processOf(parent);
  return command.includes("launch.mjs") && ppid > 1 ? ppid : parent;
}

function processOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const ppid = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    return { command: readFileSync(`/proc/${pid}/cmdline`, "utf8"), ppid };
  } catch {
    // Not Linux.
    const { stdout } = spawnSync("ps", ["-o", "ppid=,command=", "-p", String(pid)], { encoding: "utf8" });
    const [, ppid, command] = /^\s*(\d+)\s+(.*)/.exec(stdout ?? "") ?? [];
    return { command: command ?? "", ppid: Number(ppid ?? 0) };
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
