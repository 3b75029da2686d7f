"use client";
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { TermHint } from "@/features/workspaces/components/term-hint";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { toast } from "@/ui/toast";
import { comparePath, documentPath } from "../../components/document-link";
import { useDocumentApi } from "../../components/use-document-api";
import type { VersionHead } from "../../document-contract";
import { RestorePoints } from "./restore-points";
import { HistoryEntry, RailLink, VersionEntry } from "./version-entry";

/** As many versions as are drawn before somebody asks for more. */
const SHOWN = 8;

export interface VersionsRailProps {
  readonly kind: KindName;
  readonly documentId: string;
  /** Fields in which the draft differs from the current version; left out where that isn't known. */
  readonly changeCount?: number | undefined;
  /** The version that is being read; null on the draft. */
  readonly shown: number | null;
}

/** The document's history beside it: the draft, every version, and drafts that a restore set aside. */
export function VersionsRail({ kind, documentId, changeCount, shown }: VersionsRailProps) {
  const { id: workspaceId, slug, may } = useWorkspace();
  const [isAll, setAll] = useState(false);
  const api = useDocumentApi(kind);
  const { data } = useSuspenseQuery(api.history.queryOptions({ workspaceId, documentId }));
  const queryClient = useQueryClient();
  const [earlier, setEarlier] = useState<readonly VersionHead[]>([]);
  const [isLooking, setLooking] = useState(false);
  const newest = data.versions[0]?.number;
  const versions = [...data.versions, ...earlier];
  const oldest = versions.at(-1)?.number ?? 1;
  const drawn = isAll ? versions : versions.filter(({ number }, at) => at < SHOWN || number === shown);
  const lookBack = async () => {
    setLooking(true);
    try {
      const found = await queryClient.fetchQuery(
        api.earlierVersions.queryOptions({ workspaceId, documentId, before: oldest }),
      );
      setEarlier([...earlier, ...found]);
    } catch (error) {
      toast(refusal(error).message, { tone: "error" });
    } finally {
      setLooking(false);
    }
  };
  return (
    <section aria-label="Versions">
      <div className="mb-2.5 flex min-h-6 items-center gap-1">
        <h2 className="font-semibold">Versions</h2>
        <TermHint term="version" />
      </div>
      <ol>
        {may("draft.read") && (
          <HistoryEntry
            isPublished={false}
            isCurrent={shown === null}
            href={documentPath(slug, kind, documentId)}
            name="Draft"
          >
            {newest === undefined ? "Never published" : draftWords(changeCount, newest)}
            {newest !== undefined && changeCount !== 0 && (
              <RailLink href={comparePath(slug, kind, documentId, { from: newest, to: "draft" })}>
                Compare with v{newest}
              </RailLink>
            )}
          </HistoryEntry>
        )}
        {drawn.map((version) => (
          <VersionEntry
            key={version.number}
            kind={kind}
            documentId={documentId}
            version={version}
            isCurrent={shown === version.number}
          />
        ))}
      </ol>
      {drawn.length < versions.length && (
        <Button size="s" onClick={() => setAll(true)}>
          Show {oldest > 1 ? `the newest ${versions.length}` : `all ${newest}`} versions
        </Button>
      )}
      {isAll && oldest > 1 && (
        <Button size="s" pending={isLooking} onClick={() => void lookBack()}>
          Show versions before v{oldest}
        </Button>
      )}
      <RestorePoints kind={kind} documentId={documentId} points={data.restorePoints} />
    </section>
  );
}

function draftWords(changeCount: number | undefined, newest: number): string {
  if (changeCount === undefined) return "The working copy";
  if (changeCount === 0) return `Nothing changed since v${newest}`;
  return `${changeCount} ${changeCount === 1 ? "change" : "changes"} since v${newest}`;
}
