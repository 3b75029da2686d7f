"use client";
import { documentPath } from "@/features/documents/components/document-link";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { localDay, localDayText } from "@/shared/local-day";
import { Card } from "@/ui/card";
import { Link } from "@/ui/link";
import { Pill } from "@/ui/pill";
import type { DataFigure } from "../data-now-rules";
import type { ReviewPacket, SegmentNow } from "../packet-contract";

interface DataNowProps extends Pick<ReviewPacket, "segments" | "facts"> {
  readonly kind: KindName;
}

/** What the data said when it was published, and what they say now. */
export function DataNow({ kind, segments, facts }: DataNowProps) {
  if (segments.length === 0 && facts.length === 0) return null;
  return (
    <Card aria-label="What the data says now" className="grid gap-5 px-5 py-5">
      <h2 className="text-section">What the data says now</h2>
      {segments.map((segment) => (
        <SegmentFigures key={segment.id} segment={segment} isNamed={kind === "persona"} />
      ))}
      {facts.length > 0 && (
        <ul aria-label="What it says beside the data" className="grid gap-2 border-t pt-4">
          {facts.map(({ place, label, stated, measured, isContradicted }) => (
            <li key={place} className="grid gap-x-4 sm:grid-cols-[120px_minmax(0,1fr)]">
              <span className="text-small font-strong text-ink-2">{label}</span>
              <span className="min-w-0 wrap-anywhere">
                <bdi>{stated}</bdi> <span className="text-ink-3">· measured: {measured}</span>{" "}
                {isContradicted && <Pill tone="stale">Contradicted</Pill>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function SegmentFigures({ segment, isNamed }: { readonly segment: SegmentNow; readonly isNamed: boolean }) {
  const { slug, timeZone } = useWorkspace();
  const today = localDay(Date.now(), timeZone);
  const { id, title, dataName, frozenAsOf, asOf, figures, sentence } = segment;
  const span =
    frozenAsOf === null
      ? localDayText(asOf, today)
      : `${localDayText(frozenAsOf, today)} → ${localDayText(asOf, today)}`;
  return (
    <div className="grid min-w-0 gap-3">
      <p className="text-small text-ink-3">
        {isNamed && (
          <>
            <Link href={documentPath(slug, "segment", id)} className="text-ink-2 underline underline-offset-4">
              <bdi>{title}</bdi>
            </Link>
            {" · "}
          </>
        )}
        <bdi>{dataName}</bdi>, {span}
        {frozenAsOf === null && ". Nothing newer was measured since it was published."}
      </p>
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(120px,1fr))] gap-x-6 gap-y-4">
        {figures.map((figure) => (
          <Figure key={figure.label} {...figure} />
        ))}
      </dl>
      {sentence && <p className="text-small text-stale">{sentence}</p>}
    </div>
  );
}

function Figure({ label, frozen, now, isMoved }: DataFigure) {
  return (
    <div className="min-w-0">
      <dt className="text-small font-strong text-ink-2 wrap-anywhere">{label}</dt>
      <dd className="tabular-nums">
        {frozen !== null && frozen !== now && (
          <>
            <span className="text-ink-3">{frozen}</span> <span aria-hidden="true">→</span>
            <span className="sr-only">, now</span>{" "}
          </>
        )}
        <strong className={isMoved ? "text-stale" : undefined}>{now}</strong>
        {isMoved && <span className="sr-only">, further than chance explains</span>}
      </dd>
    </div>
  );
}
