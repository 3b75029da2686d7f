import { z } from "zod";
import { emailAddress } from "@/shared/email-address";
import { ROLES } from "@/shared/permissions";
import { requiredLine } from "@/shared/text-schemas";
import { PASSWORD_MOST, passwordLengthProblem } from "./account-rules";

/** Any characters, none removed. The outer bound is in UTF-16 units, to refuse floods before they are counted. */
const newPassword = z
  .string()
  .max(PASSWORD_MOST * 4)
  .superRefine((password, context) => {
    const message = passwordLengthProblem(password);
    if (message) context.addIssue({ code: "custom", message });
  });

/** A password to be checked, not chosen: older or foreign rules are none of its business. */
const givenPassword = z
  .string()
  .min(1, "Enter your password.")
  .max(PASSWORD_MOST * 4);

const personName = requiredLine(80);

/** 256 bits in base64url. */
const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/, "This link is incomplete. Open it from the mail again.");

export const signUpInput = z.strictObject({ name: personName, email: emailAddress, password: newPassword });
export type SignUpInput = z.output<typeof signUpInput>;

const linkPurpose = z.enum(["verify-email", "reset-password"]);
export type LinkPurpose = z.output<typeof linkPurpose>;

export const sendLinkInput = z.strictObject({ purpose: linkPurpose, email: emailAddress });
export type SendLinkInput = z.output<typeof sendLinkInput>;

export const readLinkInput = z.strictObject({ purpose: linkPurpose, token: z.string().max(200) });
/** Whose link it is while it is good; null when it isn't, whatever the reason. */
export const linkOutput = z.strictObject({ email: z.string() }).nullable();

export const verifyEmailInput = z.strictObject({ token, password: givenPassword });
export type VerifyEmailInput = z.output<typeof verifyEmailInput>;

export const resetPasswordInput = z.strictObject({ token, password: newPassword });
export type ResetPasswordInput = z.output<typeof resetPasswordInput>;

/** The address that the link belonged to, to sign in with. */
export const linkUsedOutput = z.strictObject({ email: z.string() });
export type LinkUsedOutput = z.output<typeof linkUsedOutput>;

export const renameInput = z.strictObject({ name: personName });

export const changePasswordInput = z.strictObject({
  current: givenPassword,
  next: newPassword,
  /** Whether all other browsers are signed out. */
  endOthers: z.boolean(),
});
export type ChangePasswordInput = z.output<typeof changePasswordInput>;

/** The password; null for who has none and has signed on a moment ago. */
export const ownerProof = givenPassword.nullable();

export const changeEmailInput = z.strictObject({ email: emailAddress, password: ownerProof });
export type ChangeEmailInput = z.output<typeof changeEmailInput>;

export const readEmailChangeInput = z.strictObject({ token: z.string().max(200) });
/** The address that the link proves; null when it is no good for who is signed in. */
export const emailChangeOutput = z.strictObject({ newEmail: z.string() }).nullable();
export const confirmEmailChangeInput = z.strictObject({ token });

export const endSessionInput = z.strictObject({ sessionId: z.uuid() });
export type EndSessionInput = z.output<typeof endSessionInput>;

export const endSessionsInput = z.strictObject({ keepThis: z.boolean() });

export const allowSignOnLinkInput = z.strictObject({ password: givenPassword });
export type AllowSignOnLinkInput = z.output<typeof allowSignOnLinkInput>;
export const allowSignOnLinkOutput = z.strictObject({
  /** Path to return to from the provider; its `link` is the leave to connect. */
  returnPath: z.string(),
});
export type AllowSignOnLinkOutput = z.output<typeof allowSignOnLinkOutput>;

export const entranceOutput = z.strictObject({
  /** What the button of single sign-on says, when the installation offers it. */
  signOnName: z.string().nullable(),
  /** Whom to sign in as with one click; nobody outside of the demo. */
  demoPeople: z.array(
    z.strictObject({ name: z.string(), role: z.enum(ROLES), email: z.string(), password: z.string() }),
  ),
  /** Whether mails can be read on a page instead of in an inbox. */
  hasOutbox: z.boolean(),
});
export type Entrance = z.output<typeof entranceOutput>;

export const outboxMailOutput = z.strictObject({
  id: z.string(),
  at: z.iso.datetime(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
});
export type OutboxMail = z.output<typeof outboxMailOutput>;

export const meOutput = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  /** The address that waits to be confirmed. */
  newEmail: z.string().nullable(),
  hasPassword: z.boolean(),
  /** Single sign-on, when the installation offers it. */
  signOn: z.strictObject({ name: z.string(), isConnected: z.boolean() }).nullable(),
});
export type Me = z.output<typeof meOutput>;

export const loginSessionOutput = z.strictObject({
  id: z.uuid(),
  /** "Firefox on Windows" */
  device: z.string(),
  ip: z.string(),
  method: z.enum(["password", "oidc"]),
  signedInAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  /** Whether it is the browser that asks. */
  isThis: z.boolean(),
});
export type LoginSession = z.output<typeof loginSessionOutput>;
