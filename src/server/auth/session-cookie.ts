// Stand-in until sign-in lands: nobody is signed in.
import type { Db } from "@/server/db/client";
import type { Session } from "./session";

export function sessionCookieName(): string {
  return "session";
}

export async function readSession(_db: Db, _cookie: string): Promise<Session | null> {
  return null;
}
