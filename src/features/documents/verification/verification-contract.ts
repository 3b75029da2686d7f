// Cadences and verifications as they cross the wire. Days are YYYY-MM-DD, moments ISO 8601.
import { z } from "zod";
import { DOCUMENT_KINDS } from "@/shared/document-kinds";
import { line, paragraphs } from "@/shared/text-schemas";
import { workspaceInput } from "@/shared/workspace-input";
import type { Author } from "../document-contract";
import type { Cadence, CadencePause, CadenceSource } from "./cadence-rules";
import { CADENCE_UNITS, MAX_ESCALATION_DAYS, MAX_LEAD_DAYS, MAX_LEADS, MAX_PAUSE_NOTE } from "./cadence-rules";
import type { ReviewResult } from "./verification-rules";

/** Whether the day exists is a rule's question (cadence-check-rules.ts). */
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "Write the day as YYYY-MM-DD.");

/** How much of it makes sense is a rule's question, so that all is refused with a sentence of its own. */
const plan = z.discriminatedUnion("how", [
  z.strictObject({
    how: z.literal("interval"),
    every: z.int("Say a whole number.").min(1, "At least one.").max(100_000, "That is too long."),
    unit: z.enum(CADENCE_UNITS),
  }),
  z.strictObject({ how: z.literal("date"), on: day }),
  z.strictObject({ how: z.literal("rule"), rule: line(500, "A rule"), from: day }),
  z.strictObject({ how: z.literal("never") }),
]);

const days = (most: number) =>
  z.int("Days are whole numbers.").min(0, "Days are counted from 0.").max(most, `Choose up to ${most} days.`);

const cadence = z.strictObject({
  plan,
  leadDays: z
    .array(days(MAX_LEAD_DAYS))
    .max(MAX_LEADS, `Choose up to ${MAX_LEADS} reminders ahead.`)
    .refine((leads) => new Set(leads).size === leads.length, "Two reminders are on the same day."),
  ownerAfterDays: days(MAX_ESCALATION_DAYS).min(1, "At least one day after.").nullable(),
  adminsAfterDays: days(MAX_ESCALATION_DAYS).min(1, "At least one day after.").nullable(),
});
export type CadenceInput = z.output<typeof cadence>;

const documentId = z.uuid();
const kind = z.enum(DOCUMENT_KINDS);

export const readVerificationInput = workspaceInput({ documentId });
/** Of a document the days are reckoned from when it was verified last; without one from today. */
export const previewCadenceInput = workspaceInput({ documentId: documentId.nullable(), cadence });
/** Null lets what is laid down more widely hold. */
export const setCadenceInput = workspaceInput({ documentId, cadence: cadence.nullable() });
/** `kind` null is the workspace's own. */
export const setDefaultCadenceInput = workspaceInput({ kind: kind.nullable(), cadence: cadence.nullable() });
export const pauseInput = workspaceInput({ documentId, note: paragraphs(MAX_PAUSE_NOTE, "The reason") });
export const resumeInput = workspaceInput({ documentId });
export const listDefaultsInput = workspaceInput({});
export const verificationHistoryInput = workspaceInput({
  documentId,
  /** `nextCursor` of the page before. */
  cursor: z.int().positive().optional(),
  /** Sent along by infinite queries; there is one way to page. */
  direction: z.literal("forward").optional(),
});

export type PreviewCadenceInput = z.output<typeof previewCadenceInput>;
export type SetCadenceInput = z.output<typeof setCadenceInput>;
export type SetDefaultCadenceInput = z.output<typeof setDefaultCadenceInput>;
export type PauseInput = z.output<typeof pauseInput>;
export type VerificationHistoryInput = z.output<typeof verificationHistoryInput>;

/** A cadence with its words. */
export interface CadenceView extends Omit<Cadence, "isPaused" | "since"> {
  /** "Every quarter", "Every month on the last Friday". */
  readonly words: string;
}

export interface PlannedDays {
  /** Why it can't be kept, as the sentence that setting it is refused with; null for nothing. */
  readonly problem: string | null;
  /** "Every quarter". */
  readonly words: string;
  /** The next ones, if it is verified on each; fewer where it ends. */
  readonly days: readonly string[];
  /** What one may not expect of them. */
  readonly hint: string | null;
}

interface DueVerifier extends Author {
  /** False for an owner who left or may no longer verify: then the admins are asked. */
  readonly isThere: boolean;
}

export interface VerificationView {
  readonly cadence: CadenceView & { readonly source: CadenceSource };
  /** What would hold without a cadence of the document's own. */
  readonly wider: CadenceView & { readonly source: CadenceSource };
  readonly pause: CadencePause | null;
  /** The present due day and those after it; empty for none. */
  readonly days: readonly string[];
  /** The owner where nobody is named. */
  readonly verifiers: readonly DueVerifier[];
  readonly areNamed: boolean;
}

interface PastVerification {
  readonly id: number;
  readonly person: Author;
  readonly at: string;
  readonly version: number | null;
  readonly result: ReviewResult;
  readonly note: string;
  /** The review it was decided in; null for alone. */
  readonly sessionId: string | null;
}

export interface VerificationPage {
  /** Newest first. */
  readonly verifications: readonly PastVerification[];
  /** Where the next page begins; null at the end. */
  readonly nextCursor: number | null;
}

/** What is laid down for documents in general; the workspace's falls back on the product's own. */
export interface DefaultCadences {
  readonly workspace: CadenceView & { readonly isBuiltIn: boolean };
  readonly kinds: readonly { readonly kind: (typeof DOCUMENT_KINDS)[number]; readonly cadence: CadenceView | null }[];
}
