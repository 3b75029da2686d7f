"use client";
import type { ReactNode } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { Link } from "@/ui/link";
import { Time } from "@/ui/time";
import { comparePath, versionPath } from "../../components/document-link";
import type { VersionHead } from "../../document-contract";

interface VersionEntryProps {
  readonly kind: KindName;
  readonly documentId: string;
  readonly version: VersionHead;
  readonly isCurrent: boolean;
}

/** One version in the history. */
export function VersionEntry({ kind, documentId, version, isCurrent }: VersionEntryProps) {
  const { slug } = useWorkspace();
  const { number, note, author, approvers, basedOn, publishedAt } = version;
  return (
    <HistoryEntry
      isPublished
      isCurrent={isCurrent}
      href={versionPath(slug, kind, documentId, number)}
      name={`v${number}`}
      note={note}
    >
      <span>
        Published <Time at={publishedAt} /> by {author.name}
      </span>
      {approvers.length > 0 && <span>Approved by {approvers.map(({ name }) => name).join(", ")}</span>}
      {basedOn !== null && basedOn !== number - 1 && <span>From v{basedOn}</span>}
      {number > 1 && (
        <RailLink href={comparePath(slug, kind, documentId, { from: number - 1, to: number })}>What changed</RailLink>
      )}
    </HistoryEntry>
  );
}

interface HistoryEntryProps {
  readonly isPublished: boolean;
  readonly isCurrent: boolean;
  readonly href: string;
  readonly name: string;
  readonly note?: string | undefined;
  readonly children: ReactNode;
}

export function HistoryEntry({ isPublished, isCurrent, href, name, note, children }: HistoryEntryProps) {
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

export function RailLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <Link
      href={href}
      className="inline-block min-h-6 rounded-[2px] text-ink-2 underline decoration-line-strong underline-offset-4 hover:text-ink"
    >
      {children}
    </Link>
  );
}
