// A document's history further back than its page shows, as a procedure of every kind.
import { workspaceProcedure } from "@/server/trpc/procedures";
import type { DocumentKind } from "../document-kind";
import { readEarlierVersions } from "../use-cases/read-document";
import { earlierVersionsInput } from "./version-contract";

export function versionProcedures(kind: DocumentKind) {
  return {
    earlierVersions: workspaceProcedure("document.read")
      .input(earlierVersionsInput)
      .query(({ ctx, input }) => readEarlierVersions(ctx.scope, kind, input)),
  };
}
