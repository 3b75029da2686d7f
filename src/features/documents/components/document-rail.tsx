"use client";
import { type KeyboardEvent, Suspense, useId, useRef, useState } from "react";
import { SkeletonRows } from "@/ui/skeleton";
import { ActivityPanel } from "../activity/components/activity-panel";
import type { DocumentContent } from "../field-rules";
import { ThreadPanel } from "../threads/components/thread-panel";
import { useThreads } from "../threads/components/threads-context";
import { VersionsRail, type VersionsRailProps } from "../versions/components/versions-rail";

interface DocumentRailProps extends VersionsRailProps {
  /** What the page shows: tells which places of threads are still there. */
  readonly content: DocumentContent;
}

const TABS = ["history", "threads", "activity"] as const;
type Tab = (typeof TABS)[number];

/** Beside a document: its versions, what is said about it, and what happened to it. */
export function DocumentRail({ content, ...versions }: DocumentRailProps) {
  const id = useId();
  const [shown, setShown] = useState<Tab>("history");
  const bar = useRef<HTMLDivElement>(null);
  const open = useThreads()?.open ?? 0;
  const words: Record<Tab, string> = {
    history: "History",
    threads: open > 0 ? `Threads ${open}` : "Threads",
    activity: "Activity",
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const at = TABS.indexOf(shown);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: TABS.length - 1 }[event.key];
    const next = to === undefined ? undefined : TABS[(to + TABS.length) % TABS.length];
    if (!next) return;
    event.preventDefault();
    setShown(next);
    bar.current?.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  };

  return (
    <div className="min-w-0">
      <div
        ref={bar}
        role="tablist"
        aria-label="Beside the document"
        className="mb-4 flex gap-4 border-b"
        onKeyDown={onKeyDown}
      >
        {TABS.map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            data-tab={tab}
            id={`${id}-${tab}`}
            aria-controls={`${id}-panel`}
            aria-selected={tab === shown}
            tabIndex={tab === shown ? 0 : -1}
            onClick={() => setShown(tab)}
            className="-mb-px min-h-8 border-b-2 border-transparent pb-1.5 font-medium whitespace-nowrap text-ink-2 tabular-nums hover:text-ink aria-selected:border-ink aria-selected:font-semibold aria-selected:text-ink"
          >
            {words[tab]}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${shown}`}>
        {shown === "history" && (
          <Suspense fallback={<SkeletonRows label="Loading versions…" rows={3} />}>
            <VersionsRail {...versions} />
          </Suspense>
        )}
        {shown === "threads" && <ThreadPanel content={content} />}
        {shown === "activity" && <ActivityPanel documentId={versions.documentId} />}
      </div>
    </div>
  );
}
