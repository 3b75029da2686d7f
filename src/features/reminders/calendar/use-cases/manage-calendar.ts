import { randomBytes } from "node:crypto";
import { env } from "@/env";
import type { Scope } from "@/server/access/open-scope";
import { hashToken } from "@/server/auth/one-time-token";
import { CALENDAR_PATH } from "@/shared/api-convention";
import type { CalendarFeed, NewCalendarAddress } from "../calendar-contract";
import { deleteFeed, findFeed, replaceFeed } from "../calendar-queries";

/** Whether one's calendar has an address; null for none. */
export async function readCalendarFeed(scope: Scope<"workspace.read">): Promise<CalendarFeed | null> {
  const feed = await findFeed(scope.tx, scope);
  return feed ? { madeAt: feed.createdAt.toISOString(), readAt: feed.readAt?.toISOString() ?? null } : null;
}

/** A new secret address, told this once; the one before leads nowhere from now on. */
export async function makeCalendarAddress(scope: Scope<"workspace.read">): Promise<NewCalendarAddress> {
  const token = randomBytes(32).toString("base64url");
  await replaceFeed(scope.tx, scope, hashToken(token));
  return { address: `${env().APP_URL}${CALENDAR_PATH}/${token}.ics` };
}

/** Its address leads nowhere from now on. */
export async function endCalendarFeed(scope: Scope<"workspace.read">): Promise<void> {
  await deleteFeed(scope.tx, scope);
}
