"use client";
import clsx from "clsx";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Link } from "@/ui/link";
import { Pill } from "@/ui/pill";
import { Time } from "@/ui/time";
import type { SnapshotLine } from "../dataset-read-contract";
import { countedText, isoDayText, sizeText } from "../value-words-rules";
import { datasetPath } from "./data-link";

const GONE = { retention: "Deleted when its time was over", deleted: "Deleted" } as const;

/** All snapshots of a dataset, newest first; each shows its own profile. */
export function SnapshotList({
  snapshots,
  shownId,
}: {
  readonly snapshots: readonly SnapshotLine[];
  readonly shownId: string | undefined;
}) {
  const { slug } = useWorkspace();
  return (
    <ol className="divide-y border-y">
      {snapshots.map((snapshot) => {
        const { id, datasetId, number, asOf, customers, events, bytes, importedAt, importedBy, removedBecause } =
          snapshot;
        const isShown = id === shownId;
        return (
          <li key={id} className={clsx("relative py-2.5", removedBecause === null && !isShown && "hover:bg-sunk")}>
            <p className="flex items-baseline justify-between gap-3">
              {removedBecause === null ? (
                <Link
                  href={datasetPath(slug, datasetId, id)}
                  scroll={false}
                  aria-current={isShown ? "true" : undefined}
                  className="font-strong after:absolute after:inset-0"
                >
                  As of {isoDayText(asOf)}
                </Link>
              ) : (
                <span className="text-ink-3">As of {isoDayText(asOf)}</span>
              )}
              <span className="shrink-0 text-small text-ink-3 tabular-nums">
                {isShown && <Pill tone="info">Shown</Pill>} No. {number}
              </span>
            </p>
            {removedBecause === null ? (
              <p className="text-small text-ink-2 tabular-nums">
                {countedText(customers, "customer")}
                {events > 0 && `, ${countedText(events, "event")}`} · {sizeText(bytes)}
              </p>
            ) : (
              <p className="text-small text-ink-3">{GONE[removedBecause]}</p>
            )}
            <p className="text-small text-ink-3">
              Imported <Time at={importedAt} /> by <bdi>{importedBy ?? "somebody who has left"}</bdi>
            </p>
          </li>
        );
      })}
    </ol>
  );
}
