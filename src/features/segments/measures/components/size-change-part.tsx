"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { MeasurePoint } from "@/features/datasets/measures/measure-contract";
import { figure } from "@/features/documents/field-words-rules";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Spinner } from "@/ui/spinner";
import { CAUSE_WORDS, signed } from "../size-change-rules";
import { ExportLinks } from "./export-links";

interface SizeChangeProps {
  readonly documentId: string;
  readonly point: MeasurePoint;
  readonly title: string;
}

/** Why the size changed from the measure before, and who came and went. */
export function SizeChangePart({ documentId, point, title }: SizeChangeProps) {
  const { id: workspaceId, may } = useWorkspace();
  const trpc = useTRPC();
  const target = { workspaceId, documentId, version: point.version, snapshotId: point.snapshot.id };
  const { data, error } = useQuery(trpc.segments.sizeChange.queryOptions(target));
  return (
    <div className="mt-3 border-t pt-3 text-small" aria-live="polite">
      <p className="font-semibold tabular-nums">{title}</p>
      {error && <p className="text-ink-2">{refusal(error).message}</p>}
      {data === undefined && !error && (
        <p className="flex items-center gap-2 py-1 text-ink-2">
          <Spinner /> Asking the data why it changed…
        </p>
      )}
      {data === null && <p className="text-ink-2">There is nothing of before to compare it with.</p>}
      {data && (
        <>
          <p className="text-ink-2">{data.sentence}</p>
          <dl className="mt-2 grid max-w-96 grid-cols-[1fr_auto] gap-x-4 gap-y-0.5 tabular-nums">
            {data.parts.map(({ cause, change }) => (
              <div key={cause} className="contents">
                <dt className="text-ink-2">{CAUSE_WORDS[cause]}</dt>
                <dd className="text-end">{signed(change)}</dd>
              </div>
            ))}
            <dt className="border-t pt-0.5 font-semibold">
              From {figure(data.before)} to {figure(data.now)}
            </dt>
            <dd className="border-t pt-0.5 text-end font-semibold">{signed(data.now - data.before)}</dd>
          </dl>
        </>
      )}
      {may("data.export") && point.entered !== null && point.left !== null && (
        <div className="mt-3 grid gap-3">
          <Moved target={target} side="entered" label="Who entered" count={point.entered} />
          <Moved target={target} side="left" label="Who left" count={point.left} />
        </div>
      )}
    </div>
  );
}

interface MovedProps {
  readonly target: {
    readonly workspaceId: string;
    readonly documentId: string;
    readonly version: number;
    readonly snapshotId: string;
  };
  readonly side: "entered" | "left";
  readonly label: string;
  readonly count: number;
}

function Moved({ target, side, label, count }: MovedProps) {
  const trpc = useTRPC();
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useQuery(trpc.segments.movedMembers.queryOptions({ ...target, side }, { enabled: isOpen }));
  if (count === 0) return null;
  return (
    <div>
      <div className="flex flex-wrap items-center gap-2">
        <Button size="s" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {label}: {figure(count)}
        </Button>
        <ExportLinks {...target} what={side} />
      </div>
      {isOpen && error && <p className="pt-1 text-ink-2">{refusal(error).message}</p>}
      {isOpen && data && (
        <>
          <ul className="mt-1.5 flex max-h-40 flex-wrap gap-1.5 overflow-y-auto tabular-nums">
            {data.members.map((id, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: masked ids may be equal, and the list never changes.
              <li key={`${place} ${id}`} className="rounded-s bg-sunk px-1.5">
                {id}
              </li>
            ))}
          </ul>
          {data.count > data.members.length && (
            <p className="pt-1 text-ink-3">
              The first {data.members.length} of {figure(data.count)}; the download has all of them, with whole ids.
            </p>
          )}
        </>
      )}
    </div>
  );
}
