import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import type { DocumentKind } from "../../document-kind";
import { type Claim, expandFields, itemsAt, placeOf } from "../../field-rules";
import { readDocument, readVersion } from "../../use-cases/read-document";
import type { VersionClaims, VersionClaimsInput } from "../claim-contract";

/** The claims of a published version. Throws NOT_FOUND, also where nothing was published yet. */
export async function readVersionClaims(
  scope: Scope<"document.read">,
  kind: DocumentKind,
  { documentId, version }: VersionClaimsInput,
): Promise<VersionClaims> {
  const published =
    version === undefined
      ? (await readDocument(scope, kind, documentId)).published
      : await readVersion(scope, kind, { documentId, number: version });
  if (!published) throw new AppError("NOT_FOUND", `This ${kind.name} has not been published yet.`);
  const { number, title, content } = published;
  const sections = expandFields(kind.fields, content).flatMap((field) => {
    if (field.shape !== "list" || !field.isClaims) return [];
    const claims = itemsAt(content, field.path) as readonly Claim[];
    if (claims.length === 0) return [];
    return [
      {
        label: field.label,
        claims: claims.map(({ id, text, provenance, source }) => ({
          place: placeOf([...field.path, id]),
          text,
          provenance,
          source,
        })),
      },
    ];
  });
  return { version: number, title, sections };
}
