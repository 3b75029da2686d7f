import { type Scope, scopeOfAccepted } from "@/server/access/open-scope";
import type { Db } from "@/server/db/client";
import { sendOff } from "../../delivery/use-cases/deliver-due";
import {
  type Chooser,
  listDueDigests,
  lockNextDigest,
  updateNextDigest,
  upsertChosen,
} from "../../preferences/preference-queries";
import { nextDigestAt } from "../../preferences/quiet-hours";
import { heldPreferences } from "../../preferences/use-cases/read-preferences";
import { findAddressee } from "../digest-queries";
import { writeDigest } from "./write-digest";

/** Makes the weekly letters that are due, each person's in a transaction of its own, and plans the first of who is new. */
export async function makeDigests(db: Db, now = new Date()): Promise<void> {
  const due = await db.transaction((tx) => listDueDigests(tx, now));
  for (const whose of due) {
    await db.transaction(async (tx) => {
      await makeDigest(await scopeOfAccepted(tx, whose.userId, whose.workspaceId), whose, now);
    });
  }
}

/** One letter however long nobody looked: the next is the first that is due after now. */
async function makeDigest(scope: Scope, whose: Chooser, now: Date): Promise<void> {
  const { tx, workspaceId, userId } = scope;
  const held = await heldPreferences(scope);
  const planned = await lockNextDigest(tx, whose);
  if (planned === null || (planned !== undefined && planned > now)) return;
  if (!held) return updateNextDigest(tx, whose, null);
  const next = nextDigestAt(held.preferences.digest, held.timeZone, now);
  if (planned === undefined) return upsertChosen(tx, whose, {}, next);
  await updateNextDigest(tx, whose, next);
  const target = held.isMailed ? await findAddressee(tx, whose) : undefined;
  if (target === undefined || !(await writeDigest(scope, held, target, now))) return;
  const fact = `digest:${planned.toISOString()}`;
  await sendOff(tx, workspaceId, { userId, channel: "digest", fact, target, notBefore: null });
}
