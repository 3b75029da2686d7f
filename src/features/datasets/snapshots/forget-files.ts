// Database files are copies on every machine that was asked; when the rows behind one are gone, so must the copies be.
import { rm } from "node:fs/promises";
import type { Db } from "@/server/db/client";
import { announce } from "@/server/events/announce";
import type { Events } from "@/server/events/event-listener";
import { reportFailure } from "@/server/failure-report";
import { appQuestions, databaseFile } from "./snapshot-files";

const TOPIC = "snapshot-files";
type Named = Parameters<typeof databaseFile>[0];

/** Deletes this machine's copy, and has every process that asks questions let go of its own. */
export async function forgetFiles(db: Db, { id, revision }: Named): Promise<void> {
  await rm(databaseFile({ id, revision }), { force: true });
  await announce(db, { workspaceId: null, topic: TOPIC, body: { id, revision } });
}

/** Lets go of what others forget, until the signal is aborted. */
export async function heedForgetting(events: Events, signal: AbortSignal): Promise<void> {
  const hearing = await events.hear({ workspaceId: null, topic: TOPIC }, signal);
  for await (const heard of hearing) {
    if (heard.type === "lost") continue;
    const { id, revision } = Object(heard.event.body) as Partial<Named>;
    if (typeof id !== "string" || typeof revision !== "number") continue;
    const file = databaseFile({ id, revision });
    // One that can't be let go of keeps no other.
    await rm(file, { force: true })
      .then(async () => (await appQuestions()).forget(file))
      .catch((error) => reportFailure("data", "forget", error));
  }
}
