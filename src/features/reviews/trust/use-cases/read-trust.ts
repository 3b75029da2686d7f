import { discussedDocument } from "@/features/documents/threads/use-cases/discussed-document";
import type { Scope } from "@/server/access/open-scope";
import type { Trust, VersionTrust } from "../trust-contract";
import { findAsked, listAnswers } from "../trust-queries";
import { statementScores } from "../trust-rules";

const MOST_VERSIONS = 6;

/** How far people trust a document, version by version, and what the reader said. Nobody is named. Throws NOT_FOUND. */
export async function readTrust(
  scope: Scope<"document.read">,
  { documentId }: { readonly documentId: string },
): Promise<Trust> {
  const { tx, workspaceId, userId } = scope;
  await discussedDocument(scope, documentId);
  const asked = await findAsked(tx, workspaceId, documentId, { isHeld: false });
  const openVersion = asked && !asked.retiredAt ? asked.currentVersion : null;
  const rows = await listAnswers(tx, workspaceId, documentId, MOST_VERSIONS);
  const own = rows.find((row) => row.version === openVersion && row.userId === userId);
  const versions = Map.groupBy(rows, ({ version }) => version);
  return {
    openVersion,
    own: own ? { scores: own.scores, use: own.use } : null,
    versions: [...versions].map(([version, answers]): VersionTrust => {
      const statements = statementScores(answers.map(({ scores }) => scores));
      return {
        version,
        answers: answers.length,
        statements,
        uses: statements ? answers.flatMap(({ use }) => (use === "" ? [] : [use])) : [],
      };
    }),
  };
}
