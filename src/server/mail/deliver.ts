// Hands a finished mail to the mail server, or without one to the outbox folder.
import { createTransport, type SendMailOptions, type Transporter } from "nodemailer";
import { env } from "@/env";
import { putIntoOutbox } from "./outbox";

export interface FinishedMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

let transport: Transporter | undefined;

/** Throws when the server doesn't take the mail; the job then tries again. */
export async function deliver(mail: FinishedMail): Promise<void> {
  const envelope = compose(mail, env().MAIL_FROM);
  const { SMTP_URL } = env();
  if (!SMTP_URL) return putIntoOutbox(mail);
  transport ??= createTransport(SMTP_URL, { disableFileAccess: true, disableUrlAccess: true });
  await transport.sendMail(envelope);
}

// A line break in a header starts the next header, such as Bcc.
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/** What nodemailer gets. Throws when an address or the subject could become more than that. */
export function compose(mail: FinishedMail, from: string): SendMailOptions {
  if ([mail.to, mail.subject, from].some((value) => CONTROLS.test(value))) {
    throw new Error("A mail's header holds a control character.");
  }
  if (/[\s,;<>"]/.test(mail.to) || mail.to.split("@").length !== 2)
    throw new Error("A mail goes to one plain address.");
  return {
    from,
    // As an object: a text would be read as a list.
    to: { name: "", address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    // Keeps out-of-office programs from answering.
    headers: { "Auto-Submitted": "auto-generated" },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
