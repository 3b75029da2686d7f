import { burstLimit } from "@/server/access/burst-limit";
import { type Scope, scopeOfAccepted } from "@/server/access/open-scope";
import type { Db } from "@/server/db/client";
import { AppError } from "@/shared/errors";
import type { Subscription } from "../preference-contract";
import type { NoticePreferences } from "../preference-rules";
import { readUnsubscribing, type Unsubscribing } from "../unsubscribe-token";
import { heldPreferences, keepPreferences } from "./read-preferences";

/** Nobody clicks that often; guessing is hopeless anyway. */
const limit = burstLimit(30, 60);

/**
 * Our signature says who asks and for what, and nothing else may be read or changed by it. It holds as long as the person
 * is a member. Throws NOT_FOUND for what is forged, altered, or of nobody any more.
 */
async function bySignature<T>(
  db: Db,
  token: string,
  ip: string,
  work: (scope: Scope, asked: Unsubscribing) => Promise<T>,
): Promise<T> {
  await limit.spend(ip);
  const asked = readUnsubscribing(token);
  if (!asked) throw gone();
  return db.transaction(async (tx) => work(await scopeOfAccepted(tx, asked.userId, asked.workspaceId), asked));
}

export async function readSubscription(db: Db, token: string, ip: string): Promise<Subscription> {
  return bySignature(db, token, ip, subscriptionOf);
}

/** Switches the kind of mail off, or on again, for the person the link was sent to. */
export async function changeSubscription(
  db: Db,
  { token, isMailed }: { readonly token: string; readonly isMailed: boolean },
  ip: string,
  now = new Date(),
): Promise<Subscription> {
  return bySignature(db, token, ip, async (scope, asked) => {
    const held = await heldPreferences(scope);
    if (!held) throw gone();
    await keepPreferences(scope, changed(held.preferences, asked.group, isMailed), now);
    return subscriptionOf(scope, asked);
  });
}

async function subscriptionOf(scope: Scope, { group }: Unsubscribing): Promise<Subscription> {
  const held = await heldPreferences(scope);
  if (!held) throw gone();
  const { preferences, workspaceName } = held;
  const isMailed = group === "digest" ? preferences.digest.isOn : preferences.mail[group] === "yes";
  return { group, workspaceName, isMailed };
}

function changed(given: NoticePreferences, group: Unsubscribing["group"], isMailed: boolean): NoticePreferences {
  if (group === "digest") return { ...given, digest: { ...given.digest, isOn: isMailed } };
  return { ...given, mail: { ...given.mail, [group]: isMailed ? "yes" : "no" } };
}

function gone(): AppError {
  return new AppError("NOT_FOUND", "This link isn't ours, or you are no member of the workspace any more.");
}
