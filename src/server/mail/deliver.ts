// Hands a finished mail to the mail server, or without one to the outbox folder.
import { createTransport, type SendMailOptions, type Transporter } from "nodemailer";
import { env } from "@/env";
import type { FinishedMail } from "./finished-mail";
import { BadMail } from "./mail-failure";
import { putIntoOutbox } from "./outbox";

/** Milliseconds that a mail server may take: to answer at all, and between two words. */
const PATIENCE = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };

let transport: Transporter | undefined;

/** Throws when the server doesn't take the mail; the job then tries again. */
export async function deliver(mail: FinishedMail): Promise<void> {
  const envelope = compose(mail, env().MAIL_FROM);
  const { SMTP_URL } = env();
  if (!SMTP_URL) return putIntoOutbox(mail);
  // Connections are kept between mails. Whether a mail is sent again is decided by its job, and by nobody else.
  const pool = { pool: true, maxConnections: 4, maxRequeues: 0 };
  transport ??= createTransport(SMTP_URL, { ...pool, ...PATIENCE, disableFileAccess: true, disableUrlAccess: true });
  await transport.sendMail(envelope);
}

/** Ends the connections that are kept to the mail server. */
export function closeMail(): void {
  transport?.close();
  transport = undefined;
}

// A line break in a header starts the next header, such as Bcc.
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}]/u;

/** What nodemailer gets. Throws when an address or the subject could become more than that. */
export function compose(mail: FinishedMail, from: string): SendMailOptions {
  const { messageId, unsubscribeHref, attachments = [] } = mail;
  const names = attachments.flatMap(({ name, contentType }) => [name, contentType]);
  const headed = [mail.to, mail.subject, from, messageId ?? "", unsubscribeHref ?? "", ...names];
  if (headed.some((value) => CONTROLS.test(value))) {
    throw new BadMail("A mail's header holds a control character.");
  }
  if (/[\s,;<>"]/.test(mail.to) || mail.to.split("@").length !== 2)
    throw new BadMail("A mail goes to one plain address.");
  if (/[\s<>]/.test(`${messageId ?? ""}${unsubscribeHref ?? ""}`))
    throw new BadMail("A mail's header would be broken.");
  return {
    from,
    // As an object: a text would be read as a list.
    to: { name: "", address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    // Keeps out-of-office programs from answering.
    headers: {
      "Auto-Submitted": "auto-generated",
      ...(unsubscribeHref && {
        "List-Unsubscribe": `<${unsubscribeHref}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      }),
    },
    ...(messageId && { messageId: `<${messageId}>` }),
    attachments: attachments.map(({ name, contentType, content }) => ({ filename: name, contentType, content })),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
