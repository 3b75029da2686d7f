// The engine's procedures. A kind's router spreads `documentProcedures(kind)` and adds what is its own.
import { burstLimit } from "@/server/access/burst-limit";
import { workspaceProcedure } from "@/server/trpc/procedures";
import { approvalProcedures } from "./approvals/approval-procedures";
import { besideInput, compareInput } from "./comparison/comparison-contract";
import { compareVersions } from "./comparison/use-cases/compare-versions";
import { readBeside } from "./comparison/use-cases/read-beside";
import { deletionProcedures } from "./deletion/deletion-procedures";
import {
  createDocumentInput,
  documentInput,
  editDraftInput,
  publishInput,
  restorePointInput,
  retireInput,
  versionInput,
} from "./document-contract";
import type { DocumentKind } from "./document-kind";
import { editDraft } from "./drafts/use-cases/edit-draft";
import { claimProcedures } from "./links/claim-procedures";
import { listProcedures } from "./lists/list-procedures";
import { createDocument } from "./use-cases/create-document";
import { readDocument, readDraft, readHistory, readVersion } from "./use-cases/read-document";
import { reopenDocument, retireDocument } from "./use-cases/retire-document";
import { publishVersion } from "./versions/use-cases/publish-version";
import { restoreSetAsideDraft, restoreVersion } from "./versions/use-cases/restore-draft";
import { verifyVersions } from "./versions/use-cases/verify-versions";
import { versionProcedures } from "./versions/version-procedures";

/** Typing sends a batch every 400 ms at most. */
const editLimit = burstLimit(300, 10);

/**
 * One set per kind, all of the same type: the engine's own components serve every kind, and a kind's views know their
 * content's shape, which its schema has vouched for.
 */
export function documentProcedures(kind: DocumentKind) {
  return {
    ...approvalProcedures(kind),
    ...deletionProcedures(kind),
    ...versionProcedures(kind),
    ...listProcedures(kind),
    ...claimProcedures(kind),
    get: workspaceProcedure("document.read")
      .input(documentInput)
      .query(({ ctx, input }) => readDocument(ctx.scope, kind, input.documentId)),
    draft: workspaceProcedure("draft.read")
      .input(documentInput)
      .query(({ ctx, input }) => readDraft(ctx.scope, kind, input.documentId)),
    history: workspaceProcedure("document.read")
      .input(documentInput)
      .query(({ ctx, input }) => readHistory(ctx.scope, kind, input.documentId)),
    version: workspaceProcedure("document.read")
      .input(versionInput)
      .query(({ ctx, input }) => readVersion(ctx.scope, kind, input)),
    compare: workspaceProcedure("document.read")
      .input(compareInput)
      .query(({ ctx, input }) => compareVersions(ctx.scope, kind, input)),
    beside: workspaceProcedure("document.read")
      .input(besideInput)
      .query(({ ctx, input }) => readBeside(ctx.scope, kind, input)),
    verify: workspaceProcedure("document.read")
      .input(documentInput)
      .query(({ ctx, input }) => verifyVersions(ctx.scope, kind, input.documentId)),
    create: workspaceProcedure("draft.edit")
      .input(createDocumentInput)
      .mutation(({ ctx, input }) => createDocument(ctx.scope, kind, input)),
    edit: workspaceProcedure("draft.edit")
      .input(editDraftInput)
      .mutation(async ({ ctx, input }) => {
        await editLimit.spend(ctx.scope.userId);
        return editDraft(ctx.scope, kind, input);
      }),
    publish: workspaceProcedure("document.publish")
      .input(publishInput)
      .mutation(({ ctx, input }) => publishVersion(ctx.scope, kind, input)),
    restore: workspaceProcedure("document.restore")
      .input(versionInput)
      .mutation(({ ctx, input }) => restoreVersion(ctx.scope, kind, input)),
    bringBack: workspaceProcedure("document.restore")
      .input(restorePointInput)
      .mutation(({ ctx, input }) => restoreSetAsideDraft(ctx.scope, kind, input)),
    retire: workspaceProcedure("document.retire")
      .input(retireInput)
      .mutation(({ ctx, input }) => retireDocument(ctx.scope, kind, input)),
    reopen: workspaceProcedure("document.retire")
      .input(documentInput)
      .mutation(({ ctx, input }) => reopenDocument(ctx.scope, kind, input)),
  };
}
