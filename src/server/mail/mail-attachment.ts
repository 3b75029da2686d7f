// What travels with a mail: text only, such as minutes or a calendar entry, and little of it.
import { z } from "zod";

export const mailAttachment = z.strictObject({
  /** As the reader's computer will call it. */
  name: z.string().regex(/^[\w][\w. -]{0,79}\.(ics|txt|md|csv)$/, "A plain name with the ending of a text file."),
  /** text/plain, or text/calendar with its method. */
  contentType: z
    .string()
    .max(100)
    .regex(/^text\/(plain|markdown|csv|calendar)(; ?[\w-]+=[\w-]+)*$/),
  content: z.string().max(200_000),
});
export type MailAttachment = z.output<typeof mailAttachment>;

/** More is a sign of a mistake. */
export const mailAttachments = z.array(mailAttachment).max(3);
