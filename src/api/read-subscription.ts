import "server-only";
import { TRPCError } from "@trpc/server";
import type { Subscription } from "@/features/reminders/preferences/preference-contract";
import { caller } from "./caller";

/** Null for a link that isn't ours, or is nobody's any more. */
async function orNull(ask: () => Promise<Subscription>): Promise<Subscription | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof TRPCError && ["NOT_FOUND", "BAD_REQUEST"].includes(error.code)) return null;
    throw error;
  }
}

/** What the link of a mail is about. */
export async function readSubscription(token: string): Promise<Subscription | null> {
  return orNull(async () => (await caller()).preferences.subscription({ token }));
}

/** Spares the person the link was sent to of the kind. */
export async function endSubscription(token: string): Promise<Subscription | null> {
  return orNull(async () => (await caller()).preferences.changeSubscription({ token, isMailed: false }));
}
