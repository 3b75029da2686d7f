// What a feature says in a mail about a notice of its own.
import type { Scope } from "@/server/access/open-scope";
import type { MailAttachment } from "@/server/mail/mail-attachment";
import type { NotificationSubject } from "./notification-rules";

/** What a mail says beside who did what: words that are read when it is sent, and where they lead. */
export interface NoticeLetter {
  /** What was spoken of, as it stands in the document; "" for the document as a whole. */
  readonly quote: string;
  /** What was said; "" for nothing. */
  readonly words: string;
  /** Below /w/<slug>. */
  readonly path: string;
  /** What the link does: "Open the thread". */
  readonly action: string;
  readonly attachments?: readonly MailAttachment[] | undefined;
}

/** Reads what a notice is about, as the person who was told may see it; null when there is nothing to tell any more. */
export type LetterWriter = (
  scope: Scope<"document.read">,
  subject: NotificationSubject,
) => Promise<NoticeLetter | null>;
