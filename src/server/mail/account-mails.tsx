// Mails about one's own account.
import { Action, MailFrame, Paragraph, Quiet } from "./mail-frame";

export function VerifyEmailMail({ href }: { readonly href: string }) {
  return (
    <MailFrame preview="One step left to use Dramatis." heading="Confirm your address">
      <Paragraph>Somebody, most likely you, signed up for Dramatis with this address.</Paragraph>
      <Paragraph>Open the link within 24 hours and enter the password you chose.</Paragraph>
      <Action href={href}>Confirm address</Action>
      <Quiet>If it wasn't you, ignore this mail: without your click nothing happens.</Quiet>
    </MailFrame>
  );
}

export function ResetPasswordMail({ name, href }: { readonly name: string; readonly href: string }) {
  return (
    <MailFrame preview="Choose a new password for Dramatis." heading="Choose a new password">
      <Paragraph>Hello {name}, somebody, most likely you, asked to reset your password.</Paragraph>
      <Paragraph>
        The link works once, for an hour. All other browsers that are signed in with your account will be signed out.
      </Paragraph>
      <Action href={href}>Choose a new password</Action>
      <Quiet>If it wasn't you, ignore this mail: your password stays as it is.</Quiet>
    </MailFrame>
  );
}

interface AddressTakenProps {
  readonly name: string;
  readonly signInHref: string;
  readonly resetHref: string;
}

export function AddressTakenMail({ name, signInHref, resetHref }: AddressTakenProps) {
  return (
    <MailFrame preview="Nothing has changed." heading="You already have an account">
      <Paragraph>
        Hello {name}, somebody tried to sign up for Dramatis with this address, or to move an account to it. It belongs
        to your account, so nothing was changed.
      </Paragraph>
      <Paragraph>If that was you, sign in instead.</Paragraph>
      <Action href={signInHref}>Sign in</Action>
      <Quiet>
        Forgotten the password? Choose a new one: <a href={resetHref}>{resetHref}</a>
      </Quiet>
    </MailFrame>
  );
}

interface NoPasswordProps {
  readonly name: string;
  readonly signOnName: string;
  readonly signInHref: string;
}

export function NoPasswordMail({ name, signOnName, signInHref }: NoPasswordProps) {
  return (
    <MailFrame preview={`You sign in with ${signOnName}.`} heading="You have no password here">
      <Paragraph>Hello {name}, somebody, most likely you, asked to reset your password for Dramatis.</Paragraph>
      <Paragraph>Your account has none: you sign in with {signOnName}.</Paragraph>
      <Action href={signInHref}>Sign in</Action>
      <Quiet>If it wasn't you, ignore this mail.</Quiet>
    </MailFrame>
  );
}

interface PasswordChangedProps {
  readonly name: string;
  readonly when: string;
  readonly resetHref: string;
}

export function PasswordChangedMail({ name, when, resetHref }: PasswordChangedProps) {
  return (
    <MailFrame preview="If it was you, there is nothing to do." heading="Your password was changed">
      <Paragraph>
        Hello {name}, the password of your Dramatis account was changed on {when}.
      </Paragraph>
      <Paragraph>If that was you, there is nothing to do. If not, choose a new one now.</Paragraph>
      <Action href={resetHref}>Choose a new password</Action>
    </MailFrame>
  );
}

export function ChangeEmailMail({ href }: { readonly href: string }) {
  return (
    <MailFrame preview="One step left to use this address." heading="Confirm your new address">
      <Paragraph>Somebody, most likely you, wants to use this address for their Dramatis account.</Paragraph>
      <Paragraph>Open the link within 24 hours, in the browser that you are signed in with.</Paragraph>
      <Action href={href}>Use this address</Action>
      <Quiet>If it wasn't you, ignore this mail: without your click nothing happens.</Quiet>
    </MailFrame>
  );
}

interface EmailChangingProps {
  readonly name: string;
  readonly newEmail: string;
  readonly when: string;
  readonly isDone: boolean;
  readonly resetHref: string;
}

export function EmailChangingMail({ name, newEmail, when, isDone, resetHref }: EmailChangingProps) {
  const heading = isDone ? "Your address was changed" : "Your address is about to change";
  return (
    <MailFrame preview="If it was you, there is nothing to do." heading={heading}>
      <Paragraph>
        Hello {name}, on {when}{" "}
        {isDone ? "your Dramatis account was moved" : "somebody asked to move your Dramatis account"} from this address
        to {newEmail}.
      </Paragraph>
      {isDone ? (
        <Paragraph>
          If that wasn't you, tell an owner of your workspace at once: this address no longer signs in.
        </Paragraph>
      ) : (
        <>
          <Paragraph>
            If that was you, open the link that we sent to the new address. If not, choose a new password now, which
            takes the wish back.
          </Paragraph>
          <Action href={resetHref}>Choose a new password</Action>
        </>
      )}
    </MailFrame>
  );
}
