// Sending an invitation, again or for the first time, starts its life anew; so its end tells when it was sent last.
import { TOKEN_LIFETIME } from "@/server/auth/one-time-token";

export function invitationExpiry(sentAt: Date): Date {
  return new Date(sentAt.getTime() + TOKEN_LIFETIME.invitation);
}

export function invitationSentAt(expiresAt: Date): Date {
  return new Date(expiresAt.getTime() - TOKEN_LIFETIME.invitation);
}
