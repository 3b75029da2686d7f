"use client";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { FieldChange, ItemChange, ValueChange } from "@/features/documents/comparison/comparison-rules";
import { BodyChanges } from "@/features/documents/comparison/components/body-changes";
import { Change, ChangeKindWord } from "@/features/documents/comparison/components/comparison-change";
import { documentPath } from "@/features/documents/components/document-link";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Link } from "@/ui/link";
import { Notice } from "@/ui/notice";
import { SkeletonRows } from "@/ui/skeleton";
import { Time } from "@/ui/time";
import type { RoomDocument as Document } from "../room-contract";
import { ClaimMarks } from "./claim-marks";
import { useRoom } from "./room-context";
import { useDocumentNews } from "./use-document-news";

interface RoomDocumentProps {
  readonly itemId: string;
  readonly children?: ReactNode;
}

/** The document that is talked about: its draft against the current version, all of it. */
export function RoomDocument({ itemId, children }: RoomDocumentProps) {
  const { sessionId } = useRoom();
  const { id: workspaceId, slug } = useWorkspace();
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.reviews.roomDocument.queryOptions({ workspaceId, sessionId, itemId }));
  useDocumentNews(data);
  if (error) return <Notice tone="error">{refusal(error).message}</Notice>;
  if (!data) return <SkeletonRows label="Opening the document…" rows={8} />;
  // What changed and what is marked is talked about; the rest stands below for who wants to look.
  const isTold = (change: FieldChange) => isChanged(change) || data.markable.includes(change.place);
  const told = data.changes.filter(isTold);
  const rest = data.changes.filter((change) => !isTold(change));
  const names = { before: data.version ? `v${data.version.number}` : "Before", after: "Draft" };
  return (
    <article aria-labelledby="room-document" data-loaded={itemId}>
      <p className="text-small text-ink-3">
        <Sides document={data} />
      </p>
      <h1 id="room-document" className="mb-4 font-display text-display-36 wrap-anywhere">
        <Link href={documentPath(slug, data.kind, data.documentId)} className="underline-offset-4 hover:underline">
          <bdi>{data.title || "No name yet"}</bdi>
        </Link>
      </h1>
      {data.isRetired && <Notice tone="due">It is retired.</Notice>}
      <div className="divide-y border-y">
        {told.map((change) => (
          <FieldRow key={change.place} change={change} names={names} document={data} itemId={itemId} />
        ))}
      </div>
      {rest.length > 0 && (
        <details className="border-b" open={told.length === 0}>
          <summary className="py-3.5 text-small font-strong text-ink-2">
            {rest.length === 1 ? "One field" : `${rest.length} fields`} as before
          </summary>
          <div className="divide-y border-t">
            {rest.map((change) => (
              <FieldRow key={change.place} change={change} names={names} document={data} itemId={itemId} />
            ))}
          </div>
        </details>
      )}
      {children}
    </article>
  );
}

function isChanged(change: FieldChange): boolean {
  return change.shape === "list" ? change.items.some((item) => item.change !== "same") : change.change !== "same";
}

function Sides({ document: { version, revision, ...document } }: { readonly document: Document }) {
  if (!version) return "Draft, never published";
  const published = (
    <>
      v{version.number}, published <Time at={version.publishedAt} />
    </>
  );
  if (revision === null) return published;
  return document.isChanged ? <>Draft against {published}</> : <>{published}, and nothing has changed since</>;
}

interface RowProps {
  readonly change: FieldChange;
  readonly names: { readonly before: string; readonly after: string };
  readonly document: Document;
  readonly itemId: string;
}

const ROW = "grid gap-x-4 gap-y-1 py-3.5 sm:grid-cols-[140px_minmax(0,1fr)]";

function FieldRow({ change, names, document, itemId }: RowProps) {
  const isMarkable = document.markable.includes(change.place);
  return (
    <section aria-label={change.label} data-block={change.place} className={ROW}>
      <h2 className="text-small font-strong text-ink-2">
        <bdi>{change.label}</bdi>
      </h2>
      {change.shape === "body" ? (
        <div className="min-w-0 font-display">
          {change.diff && (
            <BodyChanges
              diff={change.diff}
              view="unified"
              names={names}
              row={(one, key, content) => (
                <div key={key} data-block={`${change.place}.${key}`} className="py-1">
                  {one.change !== "same" && <ChangeKindWord kind={one.change} />}
                  {content}
                </div>
              )}
            />
          )}
        </div>
      ) : change.shape === "list" ? (
        <ul className="grid min-w-0 gap-2.5">
          {change.items.map((item) => (
            <li key={item.place} data-block={item.place} className="min-w-0">
              <Said change={item} names={names} />
              {isMarkable && <ClaimMarks itemId={itemId} place={item.place} claim={item.after || item.before} />}
            </li>
          ))}
        </ul>
      ) : (
        <div className="min-w-0">
          <Said change={change} names={names} />
        </div>
      )}
    </section>
  );
}

/** What was the same needs no word for it here: most of it is. */
function Said({ change, names }: { readonly change: ItemChange | ValueChange; readonly names: RowProps["names"] }) {
  return (
    <div className={change.change === "same" ? "[&>p:first-child]:sr-only" : undefined}>
      <Change change={change} view="unified" names={names} />
    </div>
  );
}
