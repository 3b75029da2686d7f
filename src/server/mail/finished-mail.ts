import type { MailAttachment } from "./mail-attachment";

/** A mail as it is handed over, for one person. */
export interface FinishedMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments?: readonly MailAttachment[] | undefined;
  /** Without the angle brackets. Of a mail that may be sent again after an interruption: the same each time. */
  readonly messageId?: string | undefined;
  /** Where a mail program, asked by its reader, says that no more of the kind are wanted (RFC 8058). */
  readonly unsubscribeHref?: string | undefined;
}
