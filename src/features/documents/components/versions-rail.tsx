"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Button } from "@/ui/button";
import { Link } from "@/ui/link";
import { Time } from "@/ui/time";
import { comparePath, documentPath, versionPath } from "./document-link";
import { type KindName, useDocumentApi } from "./use-document-api";
import { useRestore } from "./use-restore";

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
  const api = useDocumentApi(kind);
  const { data } = useSuspenseQuery(api.history.queryOptions({ workspaceId, documentId }));
  const restore = useRestore(kind, documentId);
  const newest = data.versions[0]?.number;
  return (
    <section aria-label="Versions">
      <h2 className="mb-2.5 font-semibold">Versions</h2>
      <ol>
        {may("draft.read") && (
          <Entry
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
          </Entry>
        )}
        {data.versions.map((version, index) => {
          const earlier = data.versions[index + 1]?.number;
          return (
            <Entry
              key={version.number}
              isPublished
              isCurrent={shown === version.number}
              href={versionPath(slug, kind, documentId, version.number)}
              name={`v${version.number}`}
              note={version.note}
            >
              <span>
                Published <Time at={version.publishedAt} /> by {version.author.name}
              </span>
              {version.basedOn !== null && version.basedOn !== version.number - 1 && (
                <span>From v{version.basedOn}</span>
              )}
              {earlier !== undefined && (
                <RailLink href={comparePath(slug, kind, documentId, { from: earlier, to: version.number })}>
                  What changed
                </RailLink>
              )}
            </Entry>
          );
        })}
      </ol>
      {data.restorePoints.length > 0 && (
        <>
          <h3 className="mt-2 mb-2 text-label text-ink-3">Drafts set aside</h3>
          <ul className="grid gap-2">
            {data.restorePoints.map((point) => (
              <li key={point.id} className="text-small text-ink-2">
                By a restore on <Time at={point.setAsideAt} />, {point.setAsideBy.name}
                {may("document.restore") && (
                  <Button size="s" variant="ghost" className="-ms-2" onClick={() => restore.bringBack(point.id)}>
                    Bring back
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function draftWords(changeCount: number | undefined, newest: number): string {
  if (changeCount === undefined) return "The working copy";
  if (changeCount === 0) return `Nothing changed since v${newest}`;
  return `${changeCount} ${changeCount === 1 ? "change" : "changes"} since v${newest}`;
}

interface EntryProps {
  readonly isPublished: boolean;
  readonly isCurrent: boolean;
  readonly href: string;
  readonly name: string;
  readonly note?: string | undefined;
  readonly children: ReactNode;
}

function Entry({ isPublished, isCurrent, href, name, note, children }: EntryProps) {
  const dot = isPublished ? "bg-ink" : "bg-paper";
  return (
    <li className="grid grid-cols-[14px_minmax(0,1fr)] gap-2.5 pb-3.5">
      <span aria-hidden="true" className={`mt-[7px] size-[9px] rounded-full border-2 border-ink ${dot}`} />
      <div className="min-w-0">
        <Link
          href={href}
          {...(isCurrent && { "aria-current": "page" as const })}
          className="inline-block min-h-6 rounded-[2px] font-semibold underline-offset-4 hover:underline aria-[current]:underline"
        >
          {name}
        </Link>{" "}
        {note && (
          <span dir="auto" className="text-small text-ink-2 wrap-anywhere">
            {note}
          </span>
        )}
        <div className="flex flex-wrap gap-x-2 text-small text-ink-3">{children}</div>
      </div>
    </li>
  );
}

function RailLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <Link
      href={href}
      className="inline-block min-h-6 rounded-[2px] text-ink-2 underline decoration-line-strong underline-offset-4 hover:text-ink"
    >
      {children}
    </Link>
  );
}
