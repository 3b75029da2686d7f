// The engine's SQL for versions.

import { and, desc, eq, lt, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { documents, versions } from "@/server/db/schema/document";
import { users } from "@/server/db/schema/user";
import type { KindName } from "@/shared/document-kinds";
import type { Author, VersionReason } from "../document-contract";
import type { DocumentContent } from "../field-rules";

/** The approvers with their names, in the order in which they approved. */
export function approversOf({ approvers }: { readonly approvers: typeof versions.approvers }) {
  return sql<readonly Author[]>`(
    select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) order by a.at), '[]')
    from unnest(${approvers}) with ordinality as a (id, at) join users u on u.id = a.id
  )`;
}

const versionHeadColumns = {
  number: versions.number,
  title: versions.title,
  note: versions.note,
  reason: versions.reason,
  basedOn: versions.basedOn,
  contentHash: versions.contentHash,
  publishedAt: versions.publishedAt,
  authorId: versions.authorId,
  authorName: users.name,
  approvers: approversOf(versions),
};

/** Newest first, those before a number where one is given; up to 200. */
export async function listVersions(tx: Tx, workspaceId: string, documentId: string, before?: number) {
  return tx
    .select(versionHeadColumns)
    .from(versions)
    .innerJoin(users, eq(users.id, versions.authorId))
    .where(
      and(
        eq(versions.workspaceId, workspaceId),
        eq(versions.documentId, documentId),
        before === undefined ? undefined : lt(versions.number, before),
      ),
    )
    .orderBy(desc(versions.number))
    .limit(200);
}

export async function findVersion(tx: Tx, workspaceId: string, kind: KindName, documentId: string, number: number) {
  const [row] = await tx
    .select({ ...versionHeadColumns, content: versions.content, reasons: versions.reasons })
    .from(versions)
    .innerJoin(documents, eq(documents.id, versions.documentId))
    .innerJoin(users, eq(users.id, versions.authorId))
    .where(
      and(
        eq(versions.workspaceId, workspaceId),
        eq(versions.documentId, documentId),
        eq(versions.number, number),
        eq(documents.kind, kind),
      ),
    );
  return row;
}

export async function insertVersion(
  tx: Tx,
  workspaceId: string,
  row: {
    documentId: string;
    number: number;
    content: DocumentContent;
    contentHash: string;
    note: string;
    reason: VersionReason;
    reasons: Readonly<Record<string, string>>;
    approvers: readonly string[];
    basedOn: number | null;
    authorId: string;
    publishedAt: Date;
  },
): Promise<Date> {
  const [inserted] = await tx
    .insert(versions)
    .values({ workspaceId, ...row, approvers: [...row.approvers] })
    .returning({ publishedAt: versions.publishedAt });
  if (!inserted) throw new Error("the version was not inserted");
  return inserted.publishedAt;
}

/** Every version of a document with what is needed to recheck its hash, oldest first. */
export async function listContents(tx: Tx, workspaceId: string, documentId: string) {
  return tx
    .select({ number: versions.number, content: versions.content, contentHash: versions.contentHash })
    .from(versions)
    .where(and(eq(versions.workspaceId, workspaceId), eq(versions.documentId, documentId)))
    .orderBy(versions.number);
}

export async function hasVersionWithHash(
  tx: Tx,
  workspaceId: string,
  documentId: string,
  hash: string,
): Promise<boolean> {
  const [row] = await tx
    .select({ number: versions.number })
    .from(versions)
    .where(
      and(eq(versions.workspaceId, workspaceId), eq(versions.documentId, documentId), eq(versions.contentHash, hash)),
    )
    .limit(1);
  return row !== undefined;
}

/** Hash and content of a version; the content only when it is asked for. */
export async function findPublished(
  tx: Tx,
  workspaceId: string,
  documentId: string,
  { number, withContent }: { readonly number: number; readonly withContent: boolean },
) {
  const [row] = await tx
    .select({
      contentHash: versions.contentHash,
      content: withContent ? versions.content : sql<null>`null`,
    })
    .from(versions)
    .where(
      and(eq(versions.workspaceId, workspaceId), eq(versions.documentId, documentId), eq(versions.number, number)),
    );
  return row;
}
