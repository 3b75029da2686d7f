// Planning on the wire. Local moments are YYYY-MM-DDTHH:MM in the zone that stands beside them.
import { z } from "zod";
import type { Author } from "@/features/documents/document-contract";
import type { KindName } from "@/shared/document-kinds";
import { line, paragraphs, requiredLine } from "@/shared/text-schemas";
import { workspaceInput } from "@/shared/workspace-input";
import type { SessionMode, SessionState } from "../session-contract";
import { MAX_ITEMS, MAX_MEETING_MINUTES, MAX_PEOPLE, MAX_PURPOSE, MAX_SESSION_TITLE } from "./plan-rules";

const localMoment = z
  .string()
  .max(16)
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, "Choose a day and a time.");

const plan = {
  title: requiredLine(MAX_SESSION_TITLE),
  purpose: paragraphs(MAX_PURPOSE),
  when: z.discriminatedUnion("mode", [
    z.strictObject({
      mode: z.literal("live"),
      starts: localMoment,
      minutes: z.int().min(1).max(MAX_MEETING_MINUTES, "A meeting takes eight hours at most. Plan a window for more."),
    }),
    z.strictObject({ mode: z.literal("window"), starts: localMoment, ends: localMoment }),
  ]),
  timeZone: z.string().max(64),
  facilitatorId: z.uuid(),
  /** In the order of the agenda. */
  items: z
    .array(z.strictObject({ documentId: z.uuid(), minutes: z.int().min(1).max(MAX_MEETING_MINUTES).nullable() }))
    .max(MAX_ITEMS, `An agenda holds up to ${MAX_ITEMS} documents. Plan a second session for the others.`),
  /** The facilitator is asked in any case. */
  participantIds: z.array(z.uuid()).max(MAX_PEOPLE, `Up to ${MAX_PEOPLE} people may be asked to a session.`),
};

export const planSessionInput = workspaceInput(plan);
export const changePlanInput = workspaceInput({
  ...plan,
  sessionId: z.uuid(),
  /** Of the plan that was seen; another one is refused with CONFLICT. */
  revision: z.int().min(0).max(2_000_000_000),
});
export const cancelSessionInput = workspaceInput({
  sessionId: z.uuid(),
  reason: line(500, "The reason").pipe(z.string().min(1, "Say why, for those who were asked to come.")),
});
export const invitePeopleInput = workspaceInput({
  sessionId: z.uuid(),
  participantIds: z.array(z.uuid()).min(1, "Choose at least one person.").max(MAX_PEOPLE),
});

export const listSessionsInput = workspaceInput({
  which: z.enum(["coming", "past"]),
  limit: z.int().min(1).max(100).default(30),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(100).optional(),
  /** Sent along by infinite queries; there is one way to page. */
  direction: z.literal("forward").optional(),
});

export const suggestItemsInput = workspaceInput({
  source: z.enum(["all", "overdue", "drifting", "people"]),
  /** Words in the title. */
  text: line(200).default(""),
  /** Whose documents, for "people": what they own or verify. */
  participantIds: z.array(z.uuid()).max(MAX_PEOPLE).default([]),
});

export type PlanInput = Omit<z.output<typeof planSessionInput>, "workspaceId">;
export type ListSessionsInput = z.output<typeof listSessionsInput>;
export type SuggestItemsInput = z.output<typeof suggestItemsInput>;
export type AgendaSource = SuggestItemsInput["source"];

/** A document that may be put on an agenda. */
export interface AgendaDocument {
  readonly documentId: string;
  readonly kind: KindName;
  readonly title: string;
  readonly currentVersion: number | null;
  /** Portrait and hue. */
  readonly card: Readonly<Record<string, unknown>>;
}

export interface SuggestedItem extends AgendaDocument {
  readonly owner: Author;
  /** By whose end it must be verified; null for never. */
  readonly dueOn: string | null;
}

/** A session as a row of the list. */
export interface ListedSession {
  readonly id: string;
  readonly title: string;
  readonly mode: SessionMode;
  readonly state: SessionState;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  readonly facilitator: Author;
  readonly items: number;
  readonly decided: number;
  readonly people: number;
  /** Whether the person who asks is asked to come. */
  readonly isMine: boolean;
  /** The first documents on the agenda, by title. */
  readonly titles: readonly string[];
}

export interface SessionList {
  readonly items: readonly ListedSession[];
  readonly nextCursor: string | null;
}
