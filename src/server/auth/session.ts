// Who is signed in, as the rest of the product sees it.

export interface Session {
  readonly sessionId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly isEmailVerified: boolean;
  /** How and when this browser signed in. */
  readonly method: "password" | "oidc";
  readonly signedInAt: Date;
}
