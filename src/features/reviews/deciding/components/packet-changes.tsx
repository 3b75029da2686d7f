"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ComparisonView } from "@/features/documents/comparison/components/comparison-view";
import { comparePath } from "@/features/documents/components/document-link";
import { useDocumentApi } from "@/features/documents/components/use-document-api";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/section";
import type { ReviewPacket } from "../packet-contract";

/** What the draft changes; the rest of the document on demand. */
export function PacketChanges({ packet }: { readonly packet: ReviewPacket }) {
  const { kind, document, version, changes } = packet;
  const { id: workspaceId, slug, may } = useWorkspace();
  const [isWhole, setWhole] = useState(false);
  const api = useDocumentApi(kind);
  const from = version?.number ?? 0;
  const to = may("draft.read") ? ("draft" as const) : from;
  const whole = useQuery(
    api.compare.queryOptions(
      { workspaceId, documentId: document.id, from, to, isWhole: true },
      { enabled: isWhole && version !== null, staleTime: 0 },
    ),
  );
  if (version === null) {
    return (
      <Section title="What it says" hasLine>
        <p className="text-ink-2">Nothing of it is published yet, so there is nothing to hold it against.</p>
      </Section>
    );
  }
  const names = { before: `v${from}`, after: to === "draft" ? "Draft" : `v${from}` };
  const title = changes.length > 0 ? `What changed since v${from}` : `Nothing has changed since v${from}`;
  return (
    <Section
      title={title}
      hasLine
      action={
        <Button size="s" aria-pressed={isWhole} pending={whole.isFetching} onClick={() => setWhole((is) => !is)}>
          {isWhole ? "Show changes only" : "Show all of it"}
        </Button>
      }
    >
      {whole.isError && <Notice tone="error">{refusal(whole.error).message}</Notice>}
      {isWhole && whole.data ? (
        <ComparisonView changes={whole.data.changes} {...names} />
      ) : (
        changes.length > 0 && (
          <>
            <ComparisonView changes={changes} {...names} />
            <Link
              href={comparePath(slug, kind, document.id, { from, to: "draft" })}
              className="text-ink-2 underline decoration-line-strong underline-offset-4 hover:text-ink"
            >
              Compare in full
            </Link>
          </>
        )
      )}
    </Section>
  );
}
