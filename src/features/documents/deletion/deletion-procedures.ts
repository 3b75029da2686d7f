// Deletion for good, as procedures of every kind.
import { workspaceProcedure } from "@/server/trpc/procedures";
import { documentInput } from "../document-contract";
import type { DocumentKind } from "../document-kind";
import { deleteDocumentInput } from "./deletion-contract";
import { deleteDocument } from "./use-cases/delete-document";
import { listDependants } from "./use-cases/list-dependants";

export function deletionProcedures(kind: DocumentKind) {
  return {
    dependants: workspaceProcedure("document.delete")
      .input(documentInput)
      .query(({ ctx, input }) => listDependants(ctx.scope, kind, input.documentId)),
    delete: workspaceProcedure("document.delete")
      .input(deleteDocumentInput)
      .mutation(({ ctx, input }) => deleteDocument(ctx.scope, kind, input)),
  };
}
