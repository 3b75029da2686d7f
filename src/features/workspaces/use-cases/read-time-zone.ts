import type { Scope } from "@/server/access/open-scope";
import { findTimeZone } from "../workspace-queries";

/** IANA name of the zone in which the workspace's days begin and end. */
export async function readTimeZone({ tx, workspaceId }: Scope): Promise<string> {
  return findTimeZone(tx, workspaceId);
}
