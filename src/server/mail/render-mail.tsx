// Makes a mail out of its data: subject, HTML and plain text, with the addresses of its links.
import { render, toPlainText } from "@react-email/render";
import type { ReactElement } from "react";
import { env } from "@/env";
import { deriveToken } from "@/server/auth/one-time-token";
import {
  AddressTakenMail,
  ChangeEmailMail,
  EmailChangingMail,
  NoPasswordMail,
  PasswordChangedMail,
  ResetPasswordMail,
  VerifyEmailMail,
} from "./account-mails";
import { DigestMail } from "./digest-mail";
import type { FinishedMail } from "./finished-mail";
import { InvitationMail } from "./invitation-mail";
import type { MailMessage } from "./mail-message";
import { NoticeMail } from "./notice-mail";
import { WorkspaceClosedMail } from "./workspace-mails";

interface Letter {
  readonly subject: string;
  readonly body: ReactElement;
}

function page(path: string): string {
  return `${env().APP_URL}${path}`;
}

function letter(message: MailMessage): Letter {
  const signInHref = page("/sign-in");
  const resetHref = page("/forgot-password");
  switch (message.template) {
    case "verify-email": {
      const href = page(`/verify-email?token=${deriveToken("verify-email", message.tokenId)}`);
      return { subject: "Confirm your address for Dramatis", body: <VerifyEmailMail href={href} /> };
    }
    case "reset-password": {
      const href = page(`/reset-password?token=${deriveToken("reset-password", message.tokenId)}`);
      return {
        subject: "Choose a new password for Dramatis",
        body: <ResetPasswordMail name={message.name} href={href} />,
      };
    }
    case "address-taken": {
      const body = <AddressTakenMail name={message.name} signInHref={signInHref} resetHref={resetHref} />;
      return { subject: "You already have an account on Dramatis", body };
    }
    case "no-password": {
      const { name, signOnName } = message;
      const body = <NoPasswordMail name={name} signOnName={signOnName} signInHref={signInHref} />;
      return { subject: "How you sign in to Dramatis", body };
    }
    case "change-email": {
      const href = page(`/account/confirm-address?token=${deriveToken("change-email", message.tokenId)}`);
      return { subject: "Confirm your new address for Dramatis", body: <ChangeEmailMail href={href} /> };
    }
    case "email-changing": {
      const { name, newEmail, at, isDone } = message;
      const body = <EmailChangingMail {...{ name, newEmail, isDone, resetHref }} when={longTime(at)} />;
      return { subject: `Your Dramatis address ${isDone ? "was changed" : "is about to change"}`, body };
    }
    case "password-changed": {
      const { name, at } = message;
      const body = <PasswordChangedMail name={name} when={longTime(at)} resetHref={resetHref} />;
      return { subject: "Your Dramatis password was changed", body };
    }
    case "workspace-closed": {
      const { workspaceName, actorName, until } = message;
      const facts = { workspaceName, actorName, until: until && longTime(until), href: page("/workspaces") };
      const subject = until ? `${workspaceName} will be deleted` : `${workspaceName} stays`;
      return { subject, body: <WorkspaceClosedMail {...facts} /> };
    }
    case "invitation": {
      const { workspaceName, inviterName, to } = message;
      const body = (
        <InvitationMail
          workspaceName={workspaceName}
          inviterName={inviterName}
          role={/^[aeiou]/.test(message.role) ? `an ${message.role}` : `a ${message.role}`}
          until={longDate(message.expiresAt)}
          to={to}
          href={page(`/invitations/${deriveToken("invitation", message.tokenId)}`)}
        />
      );
      return { subject: `${inviterName} invites you to ${workspaceName}`, body };
    }
    case "notice": {
      const { lead, predicate, path, settingsPath, unsubscribePath: way } = message;
      const hrefs = { href: page(path), settingsHref: page(settingsPath), unsubscribeHref: way && page(way) };
      return { subject: short(`${lead} ${predicate}`), body: <NoticeMail {...message} {...hrefs} /> };
    }
    case "digest": {
      const { workspaceName, path, settingsPath, unsubscribePath } = message;
      const sections = message.sections.map(({ title, rows }) => ({
        title,
        rows: rows.map((row) => ({ text: row.text, note: row.note, href: page(row.path) })),
      }));
      const preview = sections.map(({ title, rows }) => `${title}: ${rows.length}`).join(" · ");
      const heading = `Your week in ${workspaceName}`;
      const hrefs = { href: page(path), settingsHref: page(settingsPath), unsubscribeHref: page(unsubscribePath) };
      return { subject: heading, body: <DigestMail {...{ heading, preview, workspaceName, sections, ...hrefs }} /> };
    }
  }
}

/** As much as a list of mails shows. */
function short(subject: string): string {
  const characters = [...subject];
  return characters.length > 140 ? `${characters.slice(0, 139).join("")}…` : subject;
}

/** "14 August 2026 at 09:30 UTC". */
function longTime(iso: string): string {
  const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
  return `${format.format(new Date(iso))} UTC`;
}

/** "14 August 2026": mail has no reader's time zone, so no hour is promised. */
function longDate(iso: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(iso));
}

/** Headings as they are written: capitals would shout a workspace's name. */
const TEXT_STYLE = ["h1", "h2"].map((selector) => ({ selector, options: { uppercase: false } }));

export async function renderMail(message: MailMessage): Promise<FinishedMail> {
  const { subject, body } = letter(message);
  const html = await render(body);
  const attachments = message.template === "notice" ? message.attachments : undefined;
  const way = "unsubscribePath" in message ? message.unsubscribePath : undefined;
  return {
    ...{ to: message.to, subject, html, text: toPlainText(html, { selectors: TEXT_STYLE }) },
    attachments,
    unsubscribeHref: way && page(`${way}/one-click`),
  };
}
