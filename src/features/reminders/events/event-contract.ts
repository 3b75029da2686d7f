// Business events as they cross the wire.
import { z } from "zod";
import type { KindName } from "@/shared/document-kinds";
import { paragraphs, requiredLine } from "@/shared/text-schemas";
import { workspaceInput } from "@/shared/workspace-input";
import { EVENT_KINDS, type EventKind, MAX_EVENT_NOTE, MAX_EVENT_TITLE, MAX_TOUCHED } from "./event-rules";

export const listEventsInput = workspaceInput({});

export const logEventInput = workspaceInput({
  kind: z.enum(EVENT_KINDS),
  title: requiredLine(MAX_EVENT_TITLE),
  note: paragraphs(MAX_EVENT_NOTE),
  /** A day of the calendar, YYYY-MM-DD. */
  happenedOn: z.iso
    .date({ error: "The day is a date of the calendar." })
    .refine((day) => day >= "1990-01-01" && day <= "2100-12-31", "The day lies between 1990 and 2100."),
  documentIds: z
    .array(z.uuid())
    .min(1, "Choose at least one document that it may touch.")
    .max(MAX_TOUCHED, `An event touches up to ${MAX_TOUCHED} documents.`)
    .refine((ids) => new Set(ids).size === ids.length, "One of them is named twice."),
});
export type LogEventInput = z.output<typeof logEventInput>;

export const eventInput = workspaceInput({ eventId: z.uuid() });

export interface BusinessEvent {
  readonly id: string;
  readonly kind: EventKind;
  readonly title: string;
  readonly note: string;
  readonly happenedOn: string;
  readonly loggedBy: { readonly id: string; readonly name: string };
  readonly loggedAt: string;
  /** Those that nobody has looked at since, of those that the reader may see. */
  readonly waiting: readonly { readonly id: string; readonly kind: KindName; readonly title: string }[];
}
