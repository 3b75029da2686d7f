// Procedures of every kind around its versions.
import { workspaceProcedure } from "@/server/trpc/procedures";
import { storeBody } from "../bodies/use-cases/store-body";
import { documentInput } from "../document-contract";
import type { DocumentKind } from "../document-kind";
import { readEarlierVersions } from "../use-cases/read-document";
import { earlierVersionsInput } from "./version-contract";

export function versionProcedures(kind: DocumentKind) {
  return {
    earlierVersions: workspaceProcedure("document.read")
      .input(earlierVersionsInput)
      .query(({ ctx, input }) => readEarlierVersions(ctx.scope, kind, input)),
    /** Puts into the draft what was acknowledged of its prose; whoever is about to freeze it then reads it whole. */
    settle: workspaceProcedure("draft.read")
      .input(documentInput)
      .mutation(({ ctx, input }) => storeBody(ctx.scope, kind, input.documentId)),
  };
}
