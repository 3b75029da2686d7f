// What sign-in would hand to a use case, for a person that a test made.
import { eq } from "drizzle-orm";
import type { Session } from "@/server/auth/session";
import type { Connection } from "@/server/db/client";
import { users } from "@/server/db/schema/user";

export async function sessionOf(owner: Connection, userId: string): Promise<Session> {
  const [person] = await owner.db.select().from(users).where(eq(users.id, userId));
  if (!person) throw new Error(`No person ${userId}`);
  return {
    sessionId: crypto.randomUUID(),
    userId,
    name: person.name,
    email: person.email,
    isEmailVerified: person.emailVerified !== null,
    method: "password",
    signedInAt: new Date(),
  };
}
