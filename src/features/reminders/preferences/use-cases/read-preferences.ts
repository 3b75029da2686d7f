import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import type { OwnPreferences } from "../preference-contract";
import { findChosen, updateIsMailed, upsertChosen } from "../preference-queries";
import { completePreferences, type NoticePreferences } from "../preference-rules";
import { nextDigestAt } from "../quiet-hours";

/** What holds for the person in this workspace, chosen or not. */
export interface HeldPreferences {
  readonly preferences: NoticePreferences;
  /** The zone that quiet hours and digest go by. */
  readonly timeZone: string;
  /** Whether mails of notices are wanted at all. */
  readonly isMailed: boolean;
  readonly workspaceName: string;
  readonly slug: string;
}

/** Undefined for who is no member. */
export async function heldPreferences(scope: Scope): Promise<HeldPreferences | undefined> {
  const row = await findChosen(scope.tx, scope);
  if (!row) return undefined;
  const { chosen, workspaceZone, isMailed, workspaceName, slug } = row;
  const preferences = completePreferences(chosen ?? {});
  return { preferences, timeZone: preferences.timeZone ?? workspaceZone, isMailed, workspaceName, slug };
}

export async function readPreferences(scope: Scope<"workspace.read">): Promise<OwnPreferences> {
  const held = await heldPreferences(scope);
  if (!held) throw new AppError("NOT_FOUND", "You are not a member of this workspace.");
  const { preferences, isMailed, timeZone } = held;
  return { preferences, isMailed, heldZone: timeZone };
}

/** Keeps what was chosen; the next digest follows from it. */
export async function savePreferences(
  scope: Scope<"workspace.read">,
  { preferences, isMailed }: { readonly preferences: NoticePreferences; readonly isMailed: boolean },
  now = new Date(),
): Promise<OwnPreferences> {
  await updateIsMailed(scope.tx, scope, isMailed);
  await keepPreferences(scope, preferences, now);
  return readPreferences(scope);
}

/** As `savePreferences`, for what is chosen without signing in as well. */
export async function keepPreferences(scope: Scope, preferences: NoticePreferences, now: Date): Promise<void> {
  const row = await findChosen(scope.tx, scope);
  if (!row) throw new AppError("NOT_FOUND", "You are not a member of this workspace.");
  const next = nextDigestAt(preferences.digest, preferences.timeZone ?? row.workspaceZone, now);
  await upsertChosen(scope.tx, scope, preferences, next);
}
