"use client";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { documentPath } from "@/features/documents/components/document-link";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";
import { ShareBar } from "@/ui/share-bar";
import { SkeletonRows } from "@/ui/skeleton";
import { Time } from "@/ui/time";
import type { NamedDocument } from "../today-contract";
import { sharePercent } from "../today-rules";

/** What leads ask: how much of what we say is verified, whose is overdue, what is oldest, what moves. */
export function TrustCard() {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  // Not waited for: in a large workspace it takes longer than the page may.
  const { data } = useQuery(trpc.today.overview.queryOptions({ workspaceId }));
  if (!data) return <SkeletonRows label="Counting what holds…" rows={3} />;
  const { published, verified, overdue, overdueByOwner, oldest, drifting } = data;
  if (published === 0) return null;
  const percent = sharePercent(verified, published);
  return (
    <Card aria-labelledby="trust">
      <h2 id="trust" className="border-b px-4 py-[13px] text-[0.9375rem] font-semibold">
        How much holds
      </h2>
      <div className="grid gap-x-8 gap-y-6 px-4 py-5 sm:grid-cols-2 xl:grid-cols-4">
        <section aria-label="Share verified">
          <p className="font-display text-display-36 tabular-nums">{percent}%</p>
          <ShareBar share={verified / published} base={0.8} className="my-1.5" />
          <p className="text-small text-ink-2">
            {verified} of {published} published documents are verified and neither overdue nor in doubt. The line is at
            80%.
          </p>
        </section>
        <Column title={overdue === 1 ? "1 overdue" : `${overdue} overdue`} empty="Nobody is behind.">
          {overdueByOwner.map(({ owner, count }) => (
            <li key={owner.id} className="flex justify-between gap-3">
              <span className="min-w-0 truncate">{owner.name}</span>
              <span className="tabular-nums">{count}</span>
            </li>
          ))}
        </Column>
        <Column title="Longest unlooked at" empty="Nothing is published.">
          {oldest.map(({ document, verifiedAt }) => (
            <li key={document.id} className="flex justify-between gap-3">
              <DocumentName document={document} />
              <span className="text-ink-3">
                <Time at={verifiedAt} />
              </span>
            </li>
          ))}
        </Column>
        <Column title="Moved by the data" empty="Nothing drifts.">
          {drifting.map(({ document, sentence }) => (
            <li key={`${document.id} ${sentence}`} className="min-w-0">
              <DocumentName document={document} />
              <p dir="auto" className="line-clamp-2 text-small text-ink-3 wrap-anywhere">
                {sentence}
              </p>
            </li>
          ))}
        </Column>
      </div>
    </Card>
  );
}

interface ColumnProps {
  readonly title: string;
  /** Said where there is no row. */
  readonly empty: string;
  readonly children: readonly ReactNode[];
}

function Column({ title, empty, children }: ColumnProps) {
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="pb-2 text-label font-semibold text-ink-2">{title}</h3>
      {children.length === 0 ? (
        <p className="text-small text-ink-3">{empty}</p>
      ) : (
        <ul className="grid gap-1.5">{children}</ul>
      )}
    </section>
  );
}

function DocumentName({ document }: { readonly document: NamedDocument }) {
  const { slug } = useWorkspace();
  return (
    <Link
      dir="auto"
      href={documentPath(slug, document.kind, document.id)}
      className="min-w-0 truncate underline-offset-4 hover:underline"
    >
      {document.title || "No name yet"}
    </Link>
  );
}
