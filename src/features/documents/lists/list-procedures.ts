// What a kind's router offers for its list, and for several documents at once.
import { workspaceProcedure } from "@/server/trpc/procedures";
import { documentInput } from "../document-contract";
import type { DocumentKind } from "../document-kind";
import { listInput, reopenManyInput, retireManyInput, tagInput } from "./list-contract";
import { duplicateDocument } from "./use-cases/duplicate-document";
import { listOfKind } from "./use-cases/list-documents";
import { reopenDocuments, retireDocuments } from "./use-cases/retire-documents";
import { tagDocuments } from "./use-cases/tag-documents";

export function listProcedures(kind: DocumentKind) {
  return {
    list: workspaceProcedure("document.read")
      .input(listInput)
      .query(({ ctx, input }) => listOfKind(ctx.scope, kind, input)),
    duplicate: workspaceProcedure("draft.edit")
      .input(documentInput)
      .mutation(({ ctx, input }) => duplicateDocument(ctx.scope, kind, input)),
    tag: workspaceProcedure("draft.edit")
      .input(tagInput)
      .mutation(({ ctx, input }) => tagDocuments(ctx.scope, kind, input)),
    retireMany: workspaceProcedure("document.retire")
      .input(retireManyInput)
      .mutation(({ ctx, input }) => retireDocuments(ctx.scope, kind, input)),
    reopenMany: workspaceProcedure("document.retire")
      .input(reopenManyInput)
      .mutation(({ ctx, input }) => reopenDocuments(ctx.scope, kind, input)),
  };
}
