import { readSignedToken, signToken } from "@/server/auth/signed-token";
import { NOTICE_GROUPS, type NoticeGroup } from "./preference-rules";

export interface Unsubscribing {
  readonly workspaceId: string;
  readonly userId: string;
  readonly group: NoticeGroup | "digest";
}

const PURPOSE = "unsubscribe";

/** Below the installation's address: where a person is spared of a kind of mail. */
export function unsubscribePath({ workspaceId, userId, group }: Unsubscribing): string {
  return `/unsubscribe/${signToken(PURPOSE, `${workspaceId}:${userId}:${group}`)}`;
}

/** Null for what we never signed. */
export function readUnsubscribing(token: string): Unsubscribing | null {
  const [workspaceId = "", userId = "", name] = readSignedToken(PURPOSE, token)?.split(":") ?? [];
  const group = (["digest", ...NOTICE_GROUPS] as const).find((one) => one === name);
  return group ? { workspaceId, userId, group } : null;
}
