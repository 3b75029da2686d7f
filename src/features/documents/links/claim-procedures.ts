import { workspaceProcedure } from "@/server/trpc/procedures";
import type { DocumentKind } from "../document-kind";
import { versionClaimsInput } from "./claim-contract";
import { readVersionClaims } from "./use-cases/read-version-claims";

/** What a document of this kind claims, as procedures of every kind. */
export function claimProcedures(kind: DocumentKind) {
  return {
    claims: workspaceProcedure("document.read")
      .input(versionClaimsInput)
      .query(({ ctx, input }) => readVersionClaims(ctx.scope, kind, input)),
  };
}
