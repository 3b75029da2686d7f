// The SQL of comparisons.

import { and, eq, gt, inArray, isNotNull, lte, sql } from "drizzle-orm";
import type { Tx } from "@/server/db/client";
import { documents, drafts, versions } from "@/server/db/schema/document";
import type { KindName } from "@/shared/document-kinds";
import { marksOfDocument } from "../marks/mark-queries";
import { freshnessOfDocument } from "../verification/verification-queries";

/** Reasons of single changes in the versions after the one number up to the other, oldest first. */
export async function listReasons(
  tx: Tx,
  workspaceId: string,
  documentId: string,
  span: { readonly after: number; readonly upTo: number },
) {
  return tx
    .select({ number: versions.number, reasons: versions.reasons })
    .from(versions)
    .where(
      and(
        eq(versions.workspaceId, workspaceId),
        eq(versions.documentId, documentId),
        gt(versions.number, span.after),
        lte(versions.number, span.upTo),
        sql`${versions.reasons} <> '{}'`,
      ),
    )
    .orderBy(versions.number)
    .limit(200);
}

/** Several documents of a kind, whole, in no order; without what is not there. */
export async function listBeside(
  tx: Tx,
  workspaceId: string,
  filter: { readonly kind: KindName; readonly ids: readonly string[]; readonly isPublished: boolean },
) {
  const shown = filter.isPublished ? versions : drafts;
  return tx
    .select({
      id: documents.id,
      title: shown.title,
      content: shown.content,
      currentVersion: documents.currentVersion,
      marks: marksOfDocument,
      freshness: freshnessOfDocument,
      isRetired: sql<boolean>`${documents.retiredAt} is not null`,
      isChanged: sql<boolean>`${drafts.contentHash} is distinct from ${versions.contentHash}`,
    })
    .from(documents)
    .innerJoin(drafts, eq(drafts.documentId, documents.id))
    .leftJoin(versions, and(eq(versions.documentId, documents.id), eq(versions.number, documents.currentVersion)))
    .where(
      and(
        eq(documents.workspaceId, workspaceId),
        eq(documents.kind, filter.kind),
        inArray(documents.id, [...filter.ids]),
        filter.isPublished ? isNotNull(documents.currentVersion) : undefined,
      ),
    );
}
