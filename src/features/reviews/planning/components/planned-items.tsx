"use client";
import { KIND_PLACES } from "@/features/documents/components/document-link";
import { DocumentFace } from "@/features/documents/lists/components/document-face";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Card, CardList, CardRow } from "@/ui/card";
import { Link } from "@/ui/link";
import type { SessionItem } from "../../session-contract";
import { packetPath } from "../review-link-rules";

/** The agenda with what to read ahead of each document. */
export function PlannedItems({ items }: { readonly items: readonly SessionItem[] }) {
  const { slug } = useWorkspace();
  if (items.length === 0) return <p className="text-ink-3">Its documents were deleted since.</p>;
  return (
    <Card>
      <CardList>
        {items.map((item) => (
          <CardRow key={item.id} className="relative hover:bg-sunk">
            {item.kind === "persona" && <DocumentFace card={item.card} alt="" size={34} />}
            <span className="min-w-0 grow">
              <Link
                href={packetPath(slug, item.kind, item.documentId)}
                className="font-medium after:absolute after:inset-0"
              >
                <bdi>{item.title || "No name yet"}</bdi>
              </Link>
              <span className="block text-small text-ink-3 first-letter:uppercase">
                {KIND_PLACES[item.kind].one},{" "}
                {item.currentVersion === null ? "not published" : `v${item.currentVersion}`}
              </span>
            </span>
            {item.minutesPlanned !== null && (
              <span className="text-small text-ink-2 tabular-nums">{item.minutesPlanned} min</span>
            )}
          </CardRow>
        ))}
      </CardList>
    </Card>
  );
}
