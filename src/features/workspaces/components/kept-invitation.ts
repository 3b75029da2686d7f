// An invitation that somebody looked at before they had an account. Signing up leads over a confirming mail, and from
// there to no page in particular; this browser remembers where they were going.

const KEY = "dramatis-invitation";

export interface KeptInvitation {
  readonly token: string;
  readonly workspaceName: string;
}

export function keepInvitation(invitation: KeptInvitation): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(invitation));
  } catch {
    // Storage may be full or switched off; the link in the mail still leads there.
  }
}

export function forgetInvitation(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // As above.
  }
}

export function keptInvitation(): KeptInvitation | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "null") as Partial<KeptInvitation> | null;
    if (typeof kept?.token !== "string" || typeof kept.workspaceName !== "string") return null;
    return /^[\w-]{43}$/.test(kept.token) ? { token: kept.token, workspaceName: kept.workspaceName } : null;
  } catch {
    return null;
  }
}
