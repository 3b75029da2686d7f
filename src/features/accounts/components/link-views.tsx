// What the links of mails lead to.

import { AskForLink } from "./ask-for-link";
import { EntranceHeading } from "./entrance-heading";
import { ResetPasswordForm } from "./reset-password-form";
import { VerifyEmailForm } from "./verify-email-form";

interface LinkViewProps {
  readonly token: string;
  /** Whose link it is; null when it is used up, expired or incomplete. */
  readonly email: string | null;
  readonly hasOutbox: boolean;
}

export function VerifyEmailView({ token, email, hasOutbox }: LinkViewProps) {
  if (!email) {
    return (
      <AskForLink purpose="verify-email" hasOutbox={hasOutbox}>
        <EntranceHeading title="This link is no longer good">
          It was used already, or is older than 24 hours. If you confirmed your address before, just sign in.
        </EntranceHeading>
      </AskForLink>
    );
  }
  return (
    <>
      <EntranceHeading title="Confirm your address">
        One step left for <b className="wrap-anywhere text-ink">{email}</b>.
      </EntranceHeading>
      <VerifyEmailForm token={token} email={email} />
    </>
  );
}

export function ResetPasswordView({ token, email, hasOutbox }: LinkViewProps) {
  if (!email) {
    return (
      <AskForLink purpose="reset-password" hasOutbox={hasOutbox}>
        <EntranceHeading title="This link is no longer good">
          It was used already, or is older than an hour. Ask for a new one.
        </EntranceHeading>
      </AskForLink>
    );
  }
  return (
    <>
      <EntranceHeading title="Choose a new password">
        For <b className="wrap-anywhere text-ink">{email}</b>. Every other browser that is signed in with this account
        will be signed out.
      </EntranceHeading>
      <ResetPasswordForm token={token} email={email} />
    </>
  );
}

export function ForgotPasswordView({ hasOutbox }: { readonly hasOutbox: boolean }) {
  return (
    <AskForLink purpose="reset-password" hasOutbox={hasOutbox}>
      <EntranceHeading title="Forgotten password">We’ll mail you a link to choose a new one.</EntranceHeading>
    </AskForLink>
  );
}
