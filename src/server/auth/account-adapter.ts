// What next-auth needs to know of our tables to sign people in by OpenID Connect. Typed to them, instead of
// @auth/drizzle-adapter, which wants a sessions table, and would store the provider's tokens, which we never use.
import type { Adapter, AdapterUser } from "@auth/core/adapters";
import { and, eq, getTableColumns } from "drizzle-orm";
import type { Db } from "@/server/db/client";
import { accounts, users } from "@/server/db/schema/user";

type UserRow = typeof users.$inferSelect;

function asAdapterUser({ id, name, email, emailVerified }: UserRow): AdapterUser {
  return { id, name, email, emailVerified };
}

/**
 * Accounts are identified by issuer and subject: `issuer` takes the place of next-auth's provider id, so that the same
 * subject at another issuer is another person. An account is never joined to a person by their e-mail address.
 */
export function accountAdapter(db: Db, issuer: string): Adapter {
  return {
    async createUser({ name, email }) {
      // Only reached when the provider has confirmed the address: see the signIn callback.
      const [row] = await db
        .insert(users)
        .values({ name: name ?? email, email, emailVerified: new Date() })
        .returning();
      if (!row) throw new Error("A person's row was not returned.");
      return asAdapterUser(row);
    },

    async getUser(id) {
      const [row] = await db.select().from(users).where(eq(users.id, id));
      return row ? asAdapterUser(row) : null;
    },

    async getUserByEmail(email) {
      const [row] = await db.select().from(users).where(eq(users.email, email));
      return row ? asAdapterUser(row) : null;
    },

    async getUserByAccount({ providerAccountId }) {
      const [row] = await db
        .select(getTableColumns(users))
        .from(users)
        .innerJoin(accounts, eq(accounts.userId, users.id))
        .where(and(eq(accounts.provider, issuer), eq(accounts.providerAccountId, providerAccountId)));
      return row ? asAdapterUser(row) : null;
    },

    async linkAccount({ userId, type, providerAccountId }) {
      await db.insert(accounts).values({ userId, type, provider: issuer, providerAccountId });
    },
  };
}
