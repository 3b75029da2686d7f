// Every mail that the product sends, as data. No text of a link's token is in it: what links to something names the
// token's row, and the address is made when the mail is sent.
import { z } from "zod";
import { emailAddress } from "@/shared/email-address";
import { ROLES } from "@/shared/permissions";
import { line, paragraphs, requiredLine } from "@/shared/text-schemas";
import { mailAttachments } from "./mail-attachment";

const to = emailAddress;
const name = requiredLine(80);
const tokenId = z.uuid();
/** A page of the product's own, and nobody else's. */
const pagePath = z
  .string()
  .max(300)
  .regex(/^\/w\/[\w?=/-]+$/);
const unsubscribePath = z
  .string()
  .max(300)
  .regex(/^\/unsubscribe\/[\w.-]+$/);

export const mailMessage = z.discriminatedUnion("template", [
  // Without the name: anybody may type any name and any address, and our mail must not carry strangers' words.
  z.strictObject({ template: z.literal("verify-email"), to, tokenId }),
  z.strictObject({ template: z.literal("reset-password"), to, name, tokenId }),
  /** Somebody signed up with an address that has an account. */
  z.strictObject({ template: z.literal("address-taken"), to, name }),
  /** A reset was asked for, and the person has no password since they use single sign-on. */
  z.strictObject({ template: z.literal("no-password"), to, name, signOnName: requiredLine(40) }),
  /** To the address that an account is to move to. Without the name, as above. */
  z.strictObject({ template: z.literal("change-email"), to, tokenId }),
  /** To the address that an account has, or had until now. */
  z.strictObject({
    template: z.literal("email-changing"),
    to,
    name,
    newEmail: emailAddress,
    at: z.iso.datetime(),
    isDone: z.boolean(),
  }),
  z.strictObject({ template: z.literal("password-changed"), to, name, at: z.iso.datetime() }),
  /** To an owner of a workspace that is to be deleted; `until` is null when that was taken back. */
  z.strictObject({
    template: z.literal("workspace-closed"),
    to,
    workspaceName: requiredLine(80),
    actorName: name,
    until: z.iso.datetime().nullable(),
  }),
  z.strictObject({
    template: z.literal("invitation"),
    to,
    tokenId,
    workspaceName: requiredLine(80),
    inviterName: name,
    role: z.enum(ROLES),
    expiresAt: z.iso.datetime(),
  }),
  /** Somebody did something that a member should know of. */
  z.strictObject({
    template: z.literal("notice"),
    to,
    /** Who did it, or what it is about. */
    lead: requiredLine(300),
    predicate: requiredLine(600),
    workspaceName: requiredLine(80),
    quote: line(300),
    words: paragraphs(8_000),
    action: requiredLine(40),
    path: pagePath,
    settingsPath: pagePath,
    attachments: mailAttachments.optional(),
    /** Where no more of the kind are asked for without signing in. */
    unsubscribePath: unsubscribePath.optional(),
  }),
  /** Once a week: what waits for a person, and what is ahead. */
  z.strictObject({
    template: z.literal("digest"),
    to,
    workspaceName: requiredLine(80),
    sections: z
      .array(
        z.strictObject({
          title: requiredLine(60),
          rows: z.array(z.strictObject({ text: requiredLine(1_000), path: pagePath, note: line(300) })).max(100),
        }),
      )
      .max(10),
    path: pagePath,
    settingsPath: pagePath,
    unsubscribePath,
  }),
]);

export type MailMessage = z.output<typeof mailMessage>;
type MailTemplate = MailMessage["template"];
/** One kind of mail. */
export type MailOf<T extends MailTemplate> = Extract<MailMessage, { template: T }>;

/** The mail that asks somebody into a workspace; `tokenId` is the id of the invitation's row. */
export function invitationMail(details: Omit<MailOf<"invitation">, "template">): MailOf<"invitation"> {
  return { template: "invitation", ...details };
}

export function noticeMail(details: Omit<MailOf<"notice">, "template">): MailOf<"notice"> {
  return { template: "notice", ...details };
}
