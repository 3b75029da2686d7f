// Documents out of files and into files; composed into every kind's procedures.
import { workspaceProcedure } from "@/server/trpc/procedures";
import type { DocumentKind } from "../document-kind";
import { listTemplates } from "../use-cases/list-templates";
import { exportInput, importInput, previewImportInput, templatesInput } from "./portable-contract";
import { exportDocument } from "./use-cases/export-document";
import { importDocuments } from "./use-cases/import-documents";
import { previewImport } from "./use-cases/preview-import";

export function portableProcedures(kind: DocumentKind) {
  return {
    export: workspaceProcedure("document.read")
      .input(exportInput)
      .query(({ ctx, input }) => exportDocument(ctx.scope, kind, input)),
    // A mutation, though it changes nothing: a file doesn't fit into an address.
    previewImport: workspaceProcedure("draft.edit")
      .input(previewImportInput)
      .mutation(({ ctx, input }) => previewImport(ctx.scope, kind, input)),
    importDocuments: workspaceProcedure("draft.edit")
      .input(importInput)
      .mutation(({ ctx, input }) => importDocuments(ctx.scope, kind, input)),
    templates: workspaceProcedure("draft.edit")
      .input(templatesInput)
      .query(() => listTemplates(kind)),
  };
}
