import type { Scope } from "@/server/access/open-scope";
import type { DocumentView, DraftView, History, Version, VersionHead } from "../document-contract";
import type { DocumentKind } from "../document-kind";
import { type DocumentRow, findDocument, findDraft } from "../document-queries";
import { documentNotFound } from "../drafts/use-cases/locked-draft";
import type { DocumentContent } from "../field-rules";
import { documentState } from "../versions/lifecycle-rules";
import { listRestorePoints } from "../versions/restore-point-queries";
import type { EarlierVersionsInput } from "../versions/version-contract";
import { findVersion, listVersions } from "../versions/version-queries";

/**
 * Identity and current version. People who may not read drafts see neither unpublished documents (NOT_FOUND) nor that
 * a draft differs from what is published.
 */
export async function readDocument<C extends DocumentContent>(
  scope: Scope<"document.read">,
  kind: DocumentKind<C>,
  documentId: string,
): Promise<DocumentView<C>> {
  const row = await visibleDocument(scope, kind, documentId);
  const mayReadDraft = scope.may("draft.read");
  const { version } = row;
  return {
    document: {
      id: row.id,
      title: mayReadDraft ? row.draftTitle : (version?.title ?? ""),
      owner: { id: row.ownerId, name: row.ownerName },
      state: documentState({
        isRetired: row.retiredAt !== null,
        currentVersion: row.currentVersion,
        isChanged: mayReadDraft && row.draftHash !== version?.contentHash,
      }),
      currentVersion: row.currentVersion,
      tags: row.tags,
      createdAt: row.createdAt.toISOString(),
      changedAt: row.changedAt.toISOString(),
      retired: row.retiredAt ? { at: row.retiredAt.toISOString(), reason: row.retiredReason ?? "" } : null,
      marks: row.marks,
      freshness: row.freshness,
    },
    published: version ? wholeVersion(kind, version) : null,
  };
}

/** The working copy. Throws NOT_FOUND. */
export async function readDraft<C extends DocumentContent>(
  scope: Scope<"draft.read">,
  kind: DocumentKind<C>,
  documentId: string,
): Promise<DraftView<C>> {
  const row = await findDraft(scope.tx, scope.workspaceId, kind.name, documentId);
  if (!row) throw documentNotFound(kind);
  return { ...row, content: kind.schema.parse(row.content), changedAt: row.changedAt.toISOString() };
}

/** One version, whole. Throws NOT_FOUND. */
export async function readVersion<C extends DocumentContent>(
  scope: Scope<"document.read">,
  kind: DocumentKind<C>,
  input: { readonly documentId: string; readonly number: number },
): Promise<Version<C>> {
  const row = await findVersion(scope.tx, scope.workspaceId, kind.name, input.documentId, input.number);
  if (!row) throw documentNotFound(kind);
  return wholeVersion(kind, row);
}

/** The newest versions and the drafts that were set aside. Throws NOT_FOUND. */
export async function readHistory<C extends DocumentContent>(
  scope: Scope<"document.read">,
  kind: DocumentKind<C>,
  documentId: string,
): Promise<History> {
  await visibleDocument(scope, kind, documentId);
  const versions = await listVersions(scope.tx, scope.workspaceId, documentId);
  const points = scope.may("draft.read") ? await listRestorePoints(scope.tx, scope.workspaceId, documentId) : [];
  return {
    versions: versions.map(versionHead),
    restorePoints: points.map((point) => ({ ...point, setAsideAt: point.setAsideAt.toISOString() })),
  };
}

/** Versions before a number, newest first, for histories longer than a page of them. Throws NOT_FOUND. */
export async function readEarlierVersions<C extends DocumentContent>(
  scope: Scope<"document.read">,
  kind: DocumentKind<C>,
  { documentId, before }: EarlierVersionsInput,
): Promise<readonly VersionHead[]> {
  await visibleDocument(scope, kind, documentId);
  return (await listVersions(scope.tx, scope.workspaceId, documentId, before)).map(versionHead);
}

async function visibleDocument<C extends DocumentContent>(
  scope: Scope,
  kind: DocumentKind<C>,
  documentId: string,
): Promise<DocumentRow> {
  const row = await findDocument(scope.tx, scope.workspaceId, kind.name, documentId);
  if (!row || (row.currentVersion === null && !scope.may("draft.read"))) throw documentNotFound(kind);
  return row;
}

type VersionRow = Omit<VersionHead, "author" | "publishedAt"> & {
  readonly authorId: string;
  readonly authorName: string;
  readonly publishedAt: Date;
};

function wholeVersion<C extends DocumentContent>(
  kind: DocumentKind<C>,
  row: VersionRow & Pick<Version<unknown>, "content" | "reasons">,
): Version<C> {
  return { ...versionHead(row), content: kind.schema.parse(row.content), reasons: row.reasons };
}

function versionHead(row: VersionRow): VersionHead {
  return {
    number: row.number,
    title: row.title,
    note: row.note,
    reason: row.reason,
    basedOn: row.basedOn,
    author: { id: row.authorId, name: row.authorName },
    publishedAt: row.publishedAt.toISOString(),
    contentHash: row.contentHash,
    approvers: row.approvers,
  };
}
