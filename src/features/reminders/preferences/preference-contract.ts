import { z } from "zod";
import { timeZone } from "@/features/workspaces/workspace-contract";
import { workspaceInput } from "@/shared/workspace-input";
import { MAIL_CHOICES, type NoticeGroup, type NoticePreferences } from "./preference-rules";

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "A time looks like 20:00.");

const mailChoice = z.enum(MAIL_CHOICES);

const preferences = z.strictObject({
  mail: z.strictObject({
    discussion: mailChoice,
    approval: mailChoice,
    review: mailChoice,
    session: mailChoice,
    task: mailChoice,
    own: mailChoice,
  }),
  quiet: z
    .strictObject({ isOn: z.boolean(), from: clock, to: clock })
    .refine(({ from, to }) => from !== to, "Quiet hours begin and end at the same time: choose another end."),
  timeZone: timeZone.nullable(),
  digest: z.strictObject({ isOn: z.boolean(), weekday: z.int().min(1).max(7), hour: z.int().min(0).max(23) }),
}) satisfies z.ZodType<NoticePreferences>;

export const preferencesInput = workspaceInput({});
export const savePreferencesInput = workspaceInput({ preferences, isMailed: z.boolean() });

export interface OwnPreferences {
  readonly preferences: NoticePreferences;
  /** Whether mails of notices are wanted from this workspace at all. */
  readonly isMailed: boolean;
  /** The zone that holds: one's own, or the workspace's. */
  readonly heldZone: string;
}

/** From a mail: whose and which, signed. */
const token = z
  .string()
  .max(300)
  .regex(/^[\w-]+\.[\w-]+$/, "This link is broken. Take it whole from the mail.");
export const unsubscribeInput = z.strictObject({ token });
export const changeSubscriptionInput = z.strictObject({ token, isMailed: z.boolean() });

/** What a link in a mail is about. */
export interface Subscription {
  /** The weekly digest, or a kind of notice. */
  readonly group: NoticeGroup | "digest";
  readonly workspaceName: string;
  readonly isMailed: boolean;
}
