// How long it takes until people can work, what it holds while nobody does, and how quickly it ends.
import { setTimeout as sleep } from "node:timers/promises";
import type { Installation } from "./installation";
import { memoryOf, type ProcessRole, processesBelow } from "./process-tree";
import { atMost, type Goal, type Section, type Table } from "./report";
import { median } from "./statistics";

const STARTS = 5;
/** Until timers of a start have fired and garbage is collected, as on a quiet morning. */
const SETTLING_MS = 10_000;
const COUNTED: readonly ProcessRole[] = ["api", "web", "worker"];

/** Leaves the installation running. */
export async function measureStart(installation: Installation): Promise<Section> {
  const first = await installation.start();
  const starts: number[] = [];
  const stops: number[] = [];
  for (let round = 0; round < STARTS; round++) {
    stops.push(await installation.stop());
    starts.push(await installation.start());
  }
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
  const times: Table = {
    title: "Starting and stopping",
    columns: ["what", "median", "slowest"],
    rows: [
      ["first start, built, with the demo", seconds(first), seconds(first)],
      ["second start to ready", seconds(median(starts)), seconds(Math.max(...starts))],
      ["stop", seconds(median(stops)), seconds(Math.max(...stops))],
    ],
    notes: [
      `With the embedded database, from the launcher's first line until /api/ready answers 200; ${STARTS} starts after the first.`,
    ],
  };
  const goals = [atMost("second start to ready, median", median(starts) / 1000, 4, " s", 1)];
  const memory = await idleMemory(installation);
  return {
    tables: [times, ...(memory ? [memory.table] : [])],
    goals: [...goals, ...(memory ? [memory.goal] : [])],
  };
}

async function idleMemory(installation: Installation): Promise<{ table: Table; goal: Goal } | undefined> {
  await sleep(SETTLING_MS);
  const processes = processesBelow(installation.pid());
  if (!processes) return undefined;
  const rows: (string | number)[][] = [];
  const sum = { rss: 0, pss: 0 };
  for (const [role, pids] of processes) {
    const { rss, pss } = memoryOf(pids);
    rows.push([role, pids.length, Math.round(rss), Math.round(pss)]);
    if (!COUNTED.includes(role)) continue;
    sum.rss += rss;
    sum.pss += pss;
  }
  rows.push(["**api + web + worker**", "", Math.round(sum.rss), Math.round(sum.pss)]);
  return {
    goal: atMost("idle memory of api, web and worker, RSS", sum.rss, 300, " MB", 0),
    table: {
      title: "Idle memory (MB)",
      columns: ["process", "processes", "RSS", "PSS"],
      rows,
      notes: [
        `${SETTLING_MS / 1000} s after a second start. RSS counts pages that processes share several times, PSS once. "start" is the launcher and the parent of all.`,
      ],
    },
  };
}
