// Column helpers that every table shares.
import { customType, timestamp, uuid } from "drizzle-orm/pg-core";

export const id = () => uuid("id").primaryKey().defaultRandom();
export const workspaceId = () => uuid("workspace_id").notNull();

/** A moment, with time zone, as a Date. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });
export const createdAt = () => moment("created_at").notNull().defaultNow();
export const bytes = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });
