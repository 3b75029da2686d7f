"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { refusal } from "@/trpc/refusal";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { Pill } from "@/ui/pill";
import { SkeletonRows } from "@/ui/skeleton";
import { comparePath } from "../../components/document-link";
import { useDocumentApi } from "../../components/use-document-api";
import type { VersionHead } from "../../document-contract";
import { type ChangeReason, VERSION_REASON_WORDS } from "../../versions/version-reason-rules";
import { ChangeRows } from "./change-rows";

interface VersionChangesProps {
  readonly kind: KindName;
  readonly documentId: string;
  readonly version: VersionHead;
}

/** What a version changed and why, change by change; looked up when somebody unfolds it. */
export function VersionChanges({ kind, documentId, version }: VersionChangesProps) {
  const { id: workspaceId, slug } = useWorkspace();
  const [isOpen, setOpen] = useState(false);
  const api = useDocumentApi(kind);
  const sides = { from: version.number - 1, to: version.number };
  const { data, error } = useQuery(
    api.compare.queryOptions({ workspaceId, documentId, ...sides }, { enabled: isOpen, staleTime: Infinity }),
  );
  return (
    <details className="mb-6" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="font-strong">What changed since v{sides.from}, and why</summary>
      <div className="grid gap-3 pt-3">
        {error && <Notice tone="error">{refusal(error).message}</Notice>}
        {!data && !error && <SkeletonRows label="Comparing…" rows={2} />}
        {data && (
          <ChangeRows
            changes={data.changes}
            note={(place) => {
              const own = data.reasons[place]?.find(({ number }) => number === version.number);
              return (
                <p className="mt-1.5">
                  <Pill tone={own ? "info" : "plain"}>{reasonWords(own?.reason ?? version.reason)}</Pill>
                </p>
              );
            }}
          />
        )}
        <Link
          href={comparePath(slug, kind, documentId, sides)}
          className="justify-self-start text-ink-2 underline decoration-line-strong underline-offset-4 hover:text-ink"
        >
          Compare in full
        </Link>
      </div>
    </details>
  );
}

export function reasonWords(reason: VersionHead["reason"]): string {
  return reason === "first" ? "First version" : VERSION_REASON_WORDS[reason satisfies ChangeReason];
}
