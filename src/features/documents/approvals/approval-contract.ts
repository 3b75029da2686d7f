// Approval of drafts, and who is in charge of a document, as they cross the wire.
import { z } from "zod";
import type { ApprovalPolicy } from "@/features/workspaces/policy-rules";
import { paragraphs } from "@/shared/text-schemas";
import { workspaceInput } from "@/shared/workspace-input";
import type { Author } from "../document-contract";
import { MAX_VERIFIERS } from "./approval-rules";

const target = { documentId: z.uuid(), revision: z.int().min(0).max(2_000_000_000) };
const note = paragraphs(1_000);

/** `revision` is what the person has seen; another one is refused with CONFLICT. */
export const askApprovalInput = workspaceInput({ ...target, note });
export const decideInput = workspaceInput({ ...target, decision: z.enum(["approved", "changes-asked"]), note });
export const withdrawApprovalInput = workspaceInput(target);

export const nameVerifiersInput = workspaceInput({
  documentId: z.uuid(),
  userIds: z.array(z.uuid()).max(MAX_VERIFIERS, `Name up to ${MAX_VERIFIERS} verifiers.`),
});

/** `userId` is who answers for the document from now on. */
export const handOverDocumentInput = workspaceInput({ documentId: z.uuid(), userId: z.uuid() });

export type AskApprovalInput = z.output<typeof askApprovalInput>;
export type DecideInput = z.output<typeof decideInput>;
export type WithdrawApprovalInput = z.output<typeof withdrawApprovalInput>;
export type NameVerifiersInput = z.output<typeof nameVerifiersInput>;
export type HandOverDocumentInput = z.output<typeof handOverDocumentInput>;

export interface Verifier extends Author {
  /** False for somebody whose role no longer allows it, or who left. */
  readonly mayDecide: boolean;
}

export interface GivenDecision {
  readonly person: Author;
  readonly decision: "approved" | "changes-asked";
  readonly note: string;
  /** ISO 8601. */
  readonly at: string;
  /** Whether it is one of those that publishing asks for. */
  readonly isCounted: boolean;
}

export interface ApprovalRequest {
  readonly askedBy: Author;
  /** ISO 8601. */
  readonly askedAt: string;
  readonly note: string;
  /** False once the draft was changed: then nothing of it counts. */
  readonly isCurrent: boolean;
  /** The reader asked. */
  readonly isOwn: boolean;
  /** Oldest first. */
  readonly decisions: readonly GivenDecision[];
}

export interface ApprovalView {
  readonly policy: ApprovalPolicy;
  /** The draft's present one, which approvals count for. */
  readonly revision: number;
  /** How many approvals count now. */
  readonly given: number;
  /** The newest since the last publication; null when nobody asked or it was withdrawn. */
  readonly request: ApprovalRequest | null;
  readonly verifiers: readonly Verifier[];
  /** Whether the policy counts on the reader; not on a request of their own. */
  readonly mayApprove: boolean;
  /** How many could approve, the reader aside. */
  readonly otherApprovers: number;
}
