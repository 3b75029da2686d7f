// When an invitation may be accepted and by whom, and how much of its address others see.

export interface InvitationDates {
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
}
export type InvitationState = "open" | "expired" | "revoked" | "accepted";

export function invitationState({ expiresAt, acceptedAt, revokedAt }: InvitationDates, now: Date): InvitationState {
  if (acceptedAt) return "accepted";
  if (revokedAt) return "revoked";
  return now < expiresAt ? "open" : "expired";
}

export type InvitationReader = "visitor" | "stranger" | "unverified" | "addressee" | "member";

export interface InvitationPerson {
  readonly email: string;
  readonly isEmailVerified: boolean;
}

/** Who looks at an invitation sent to `email`; both addresses are lower case. */
export function invitationReader(email: string, person: InvitationPerson | null, isMember: boolean): InvitationReader {
  if (!person) return "visitor";
  if (isMember) return "member";
  if (person.email !== email) return "stranger";
  return person.isEmailVerified ? "addressee" : "unverified";
}

export type AcceptBlock = Exclude<InvitationState, "open"> | Exclude<InvitationReader, "addressee">;

/** Why this reader may not accept; [] means "go". A member is told so whatever became of the invitation. */
export function acceptBlocks(state: InvitationState, reader: InvitationReader): AcceptBlock[] {
  const blocks: AcceptBlock[] = [];
  if (reader === "member") blocks.push(reader);
  if (state !== "open") blocks.push(state);
  if (reader !== "addressee" && reader !== "member") blocks.push(reader);
  return blocks;
}

export function acceptBlockSentence(block: AcceptBlock, workspaceName: string, maskedEmail: string): string {
  switch (block) {
    case "member":
      return `You are already a member of ${workspaceName}.`;
    case "accepted":
      return "This invitation has been used. Ask for a new one if you need it.";
    case "revoked":
      return "This invitation was withdrawn. Ask for a new one.";
    case "expired":
      return "This invitation has expired. Ask for a new one.";
    case "visitor":
      return "Sign in to accept this invitation.";
    case "stranger":
      return `This invitation is for ${maskedEmail}. Sign in with that address to accept it.`;
    case "unverified":
      return "Confirm your e-mail address first: open the link that we sent you.";
  }
}

/** "ben.carter@example.com" as "b•••@example.com": enough for Ben to know, too little for others to write to. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  const [first = ""] = email;
  return at < 1 ? "•••" : `${first}•••${email.slice(at)}`;
}
