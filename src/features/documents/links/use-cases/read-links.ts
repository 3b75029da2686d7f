import type { Scope } from "@/server/access/open-scope";
import type { KindName } from "@/shared/document-kinds";
import { AppError } from "@/shared/errors";
import { documentState } from "../../versions/lifecycle-rules";
import type { LinkedDocument, LinkingDocument } from "../link-contract";
import { findLinked, findLinking, findTargets } from "../link-queries";
import { type LinkList, PROSE } from "../link-rules";

const TARGETS = 12;
/** More than anybody reads; a document that more link to shows the first. */
const LINKING = 200;

type Row = Awaited<ReturnType<typeof findLinked>>[number];

function linkedDocument(scope: Scope, row: Row): LinkedDocument {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title ?? "",
    state: documentState({
      isRetired: row.retiredAt !== null,
      currentVersion: row.currentVersion,
      isChanged: scope.may("draft.read") && row.isChanged,
    }),
    currentVersion: row.currentVersion,
    card: row.card,
    marks: row.marks,
    freshness: row.freshness,
  };
}

/** What a picker offers: documents in use, those that begin with the text first. */
export async function readLinkTargets(
  scope: Scope<"document.read">,
  input: { readonly kind: KindName; readonly text: string; readonly except?: string | undefined },
): Promise<readonly LinkedDocument[]> {
  const rows = await findTargets(scope.tx, scope.workspaceId, scope.may("draft.read"), {
    kind: input.kind,
    text: input.text,
    except: input.except,
    limit: TARGETS,
  });
  return rows.map((row) => linkedDocument(scope, row));
}

/** Those of the documents that the person may see, retired ones too; the others are left out, whatever the reason. */
export async function readLinkCards(
  scope: Scope<"document.read">,
  documentIds: readonly string[],
): Promise<readonly LinkedDocument[]> {
  const rows = await findLinked(scope.tx, scope.workspaceId, scope.may("draft.read"), documentIds);
  return rows.map((row) => linkedDocument(scope, row));
}

/** Visible documents in use that link to this one, by any list or in their prose. Throws NOT_FOUND. */
export async function readLinkedFrom(
  scope: Scope<"document.read">,
  documentId: string,
): Promise<readonly LinkingDocument[]> {
  const [document] = await findLinked(scope.tx, scope.workspaceId, scope.may("draft.read"), [documentId]);
  if (!document) throw new AppError("NOT_FOUND", "This document doesn't exist, or you may not see it.");
  const rows = await findLinking(scope.tx, scope.workspaceId, scope.may("draft.read"), {
    list: null,
    documentIds: [documentId],
    limit: LINKING,
  });
  return rows.flatMap((row) => {
    const found = row.items.length > 0 ? row.items : [{ list: PROSE[row.kind], item: { id: documentId } }];
    return found.map(({ list, item }) => ({ ...linkedDocument(scope, row), list, item }));
  });
}

/** Visible documents in use that link to one of these by the list. */
export async function readLinking(
  scope: Scope<"document.read">,
  list: LinkList,
  documentIds: readonly string[],
): Promise<readonly LinkingDocument[]> {
  if (documentIds.length === 0) return [];
  const rows = await findLinking(scope.tx, scope.workspaceId, scope.may("draft.read"), {
    list,
    documentIds,
    limit: LINKING,
  });
  return rows.flatMap((row) => row.items.map((found) => ({ ...linkedDocument(scope, row), ...found })));
}
