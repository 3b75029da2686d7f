// People and how they prove who they are. These tables belong to no workspace.
import { boolean, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, moment } from "./columns";

export const users = pgTable("users", {
  id: id(),
  name: text("name").notNull(),
  /** Lower case; unique. */
  email: text("email").notNull().unique(),
  emailVerified: moment("email_verified"),
  /** argon2id in PHC form; null for people who only use single sign-on. */
  passwordHash: text("password_hash"),
  image: text("image"),
  isDisabled: boolean("is_disabled").notNull().default(false),
  createdAt: createdAt(),
});

/** Accounts at an OpenID provider, in the columns that next-auth's adapter expects. */
export const accounts = pgTable(
  "accounts",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    type: text("type").notNull(),
    provider: text("provider").notNull(),
    providerAccountId: text("provider_account_id").notNull(),
    refresh_token: text("refresh_token"),
    access_token: text("access_token"),
    expires_at: integer("expires_at"),
    token_type: text("token_type"),
    scope: text("scope"),
    id_token: text("id_token"),
    session_state: text("session_state"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.provider, table.providerAccountId] }),
    index("accounts_user").on(table.userId),
  ],
);

/** One signed-in browser. The cookie names this row; ending the row ends the session everywhere. */
export const loginSessions = pgTable(
  "login_sessions",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    method: text("method", { enum: ["password", "oidc"] }).notNull(),
    userAgent: text("user_agent").notNull().default(""),
    ip: text("ip").notNull().default(""),
    createdAt: createdAt(),
    lastSeenAt: moment("last_seen_at").notNull().defaultNow(),
    /** The absolute end, whatever is done in between. */
    expiresAt: moment("expires_at").notNull(),
    revokedAt: moment("revoked_at"),
  },
  (table) => [index("login_sessions_user").on(table.userId)],
);

/** One-time links sent by e-mail. The token itself is derived from the row's id and the secret, and only its hash is kept. */
export const emailTokens = pgTable(
  "email_tokens",
  {
    id: id(),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    purpose: text("purpose", { enum: ["verify-email", "reset-password", "change-email"] }).notNull(),
    /** The address that a link to change it proves; lower case. */
    newEmail: text("new_email"),
    tokenHash: text("token_hash").notNull(),
    createdAt: createdAt(),
    expiresAt: moment("expires_at").notNull(),
    usedAt: moment("used_at"),
  },
  (table) => [unique("email_tokens_hash").on(table.tokenHash), index("email_tokens_user").on(table.userId)],
);
