// Approval of drafts and who is in charge, as procedures of every kind.
import { workspaceProcedure } from "@/server/trpc/procedures";
import { documentInput } from "../document-contract";
import type { DocumentKind } from "../document-kind";
import { handOverDocument } from "../use-cases/hand-over-document";
import {
  askApprovalInput,
  decideInput,
  handOverDocumentInput,
  nameVerifiersInput,
  withdrawApprovalInput,
} from "./approval-contract";
import { askApproval } from "./use-cases/ask-approval";
import { decideApproval } from "./use-cases/decide-approval";
import { nameVerifiers } from "./use-cases/name-verifiers";
import { readApproval } from "./use-cases/read-approval";
import { withdrawApproval } from "./use-cases/withdraw-approval";

export function approvalProcedures(kind: DocumentKind) {
  return {
    approval: workspaceProcedure("draft.read")
      .input(documentInput)
      .query(({ ctx, input }) => readApproval(ctx.scope, kind, input.documentId)),
    askApproval: workspaceProcedure("draft.edit")
      .input(askApprovalInput)
      .mutation(({ ctx, input }) => askApproval(ctx.scope, kind, input)),
    withdrawApproval: workspaceProcedure("draft.edit")
      .input(withdrawApprovalInput)
      .mutation(({ ctx, input }) => withdrawApproval(ctx.scope, kind, input)),
    decide: workspaceProcedure("draft.decide")
      .input(decideInput)
      .mutation(({ ctx, input }) => decideApproval(ctx.scope, kind, input)),
    nameVerifiers: workspaceProcedure("draft.edit")
      .input(nameVerifiersInput)
      .mutation(({ ctx, input }) => nameVerifiers(ctx.scope, kind, input)),
    handOver: workspaceProcedure("draft.edit")
      .input(handOverDocumentInput)
      .mutation(({ ctx, input }) => handOverDocument(ctx.scope, kind, input)),
  };
}
