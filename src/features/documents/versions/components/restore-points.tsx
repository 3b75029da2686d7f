"use client";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { Button } from "@/ui/button";
import { ConfirmDialog } from "@/ui/dialog";
import { Time } from "@/ui/time";
import { comparePath } from "../../components/document-link";
import type { RestorePoint } from "../../document-contract";
import { useRestore } from "./use-restore";
import { RailLink } from "./version-entry";

/** As many copies as are drawn before somebody asks for more. */
const SHOWN = 3;

interface RestorePointsProps {
  readonly kind: KindName;
  readonly documentId: string;
  readonly points: readonly RestorePoint[];
}

/** Copies of the draft: those that a restore set aside, and those that were kept while people wrote. */
export function RestorePoints({ kind, documentId, points }: RestorePointsProps) {
  const of = (cause: RestorePoint["cause"]) => points.filter((point) => point.cause === cause);
  return (
    <>
      <PointList title="Drafts set aside" kind={kind} documentId={documentId} points={of("restore")} />
      <PointList title="Kept while writing" kind={kind} documentId={documentId} points={of("automatic")} />
    </>
  );
}

function PointList({ title, kind, documentId, points }: RestorePointsProps & { readonly title: string }) {
  const { slug, may } = useWorkspace();
  const restore = useRestore(kind, documentId);
  const [isAll, setAll] = useState(false);
  const [asked, setAsked] = useState<RestorePoint | null>(null);
  if (points.length === 0) return null;
  const shown = isAll ? points : points.slice(0, SHOWN);
  return (
    <section aria-label={title}>
      <h3 className="mt-4 mb-2 text-label text-ink-3">{title}</h3>
      <ul className="grid gap-2.5">
        {shown.map((point) => (
          <li key={point.id} className="min-w-0 text-small text-ink-2">
            <PointWords point={point} />
            <div className="flex flex-wrap items-baseline gap-x-2">
              <RailLink href={comparePath(slug, kind, documentId, { from: `point-${point.id}`, to: "draft" })}>
                Compare
              </RailLink>
              {may("document.restore") && (
                <Button size="s" variant="ghost" onClick={() => setAsked(point)}>
                  Restore
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {shown.length < points.length && (
        <Button size="s" className="mt-2" onClick={() => setAll(true)}>
          Show all {points.length}
        </Button>
      )}
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={(isOpen) => isOpen || setAsked(null)}
        title="Make the draft as it was then?"
        confirmLabel="Restore this copy"
        pending={restore.isPending}
        onConfirm={() => {
          if (asked) restore.bringBack(asked.id);
          setAsked(null);
        }}
      >
        Nothing is lost: what the draft holds now is set aside and can be brought back the same way. Whoever is writing
        in it goes on writing.
      </ConfirmDialog>
    </section>
  );
}

function PointWords({ point: { cause, setAsideAt, setAsideBy } }: { readonly point: RestorePoint }) {
  if (cause === "restore") {
    return (
      <>
        By a restore on <Time at={setAsideAt} isExact />, {setAsideBy.name}
      </>
    );
  }
  return (
    <>
      Kept on <Time at={setAsideAt} isExact />, after {setAsideBy.name}
      {setAsideBy.name.endsWith("s") ? "’" : "’s"} changes
    </>
  );
}
