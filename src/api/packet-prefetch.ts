// What the page asks for on which one person reviews a document.
import "server-only";
import { notFound } from "next/navigation";
import type { KindName } from "@/shared/document-kinds";
import { requireWorkspace } from "./require-workspace";
import { need, trpc } from "./rsc";

/** No such document of the kind: no such page. */
export async function prefetchPacket(slug: string, kind: KindName, documentId: string): Promise<void> {
  const { id: workspaceId } = await requireWorkspace(slug);
  const packet = await need(trpc.reviews.packet.queryOptions({ workspaceId, documentId }));
  if (packet.kind !== kind) notFound();
}
