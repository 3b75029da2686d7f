// Documents out of files and into files; composed into every kind's procedures.
import { workspaceProcedure } from "@/server/trpc/procedures";
import type { DocumentKind } from "../document-kind";
import { exportDocument } from "../use-cases/export-document";
import { exportInput } from "./portable-contract";

export function portableProcedures(kind: DocumentKind) {
  return {
    export: workspaceProcedure("document.read")
      .input(exportInput)
      .query(({ ctx, input }) => exportDocument(ctx.scope, kind, input)),
  };
}
