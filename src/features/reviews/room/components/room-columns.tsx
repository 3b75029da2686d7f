"use client";
import clsx from "clsx";
import { type ReactNode, type RefObject, useState } from "react";

const TABS = [
  ["agenda", "Agenda"],
  ["document", "Document"],
  ["panel", "Votes and notes"],
] as const;
type Tab = (typeof TABS)[number][0];

interface RoomColumnsProps {
  readonly top: ReactNode;
  readonly agenda: ReactNode;
  readonly document: ReactNode;
  readonly panel: ReactNode;
  /** What scrolls the document where the columns stand side by side. */
  readonly column: RefObject<HTMLElement | null>;
}

/** Three columns that scroll by themselves; one of them at a time where the window is narrow. */
export function RoomColumns({ top, agenda, document, panel, column }: RoomColumnsProps) {
  const [tab, setTab] = useState<Tab>("document");
  const shown = (one: Tab) => (tab === one ? "" : "max-lg:hidden");
  return (
    <div className="flex min-w-0 flex-col lg:h-dvh">
      {top}
      <div role="tablist" aria-label="Parts of the session" className="flex border-b px-2 lg:hidden">
        {TABS.map(([one, label]) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`room-tab-${one}`}
            aria-selected={tab === one}
            aria-controls={`room-${one}-part`}
            onClick={() => setTab(one)}
            className={clsx(
              "min-h-10 grow border-b-2 px-2 text-small",
              tab === one ? "border-ink font-strong" : "border-transparent text-ink-2",
            )}
          >
            {label}
          </button>
        ))}
      </div>
      <div className="grid min-h-0 min-w-0 grow lg:grid-cols-[minmax(200px,256px)_minmax(0,1fr)_minmax(260px,300px)]">
        <div id="room-agenda-part" className={clsx("min-w-0 lg:overflow-y-auto lg:border-e", shown("agenda"))}>
          {agenda}
        </div>
        <section
          id="room-document-part"
          aria-label="Document"
          ref={column}
          // It scrolls, so the keyboard must reach it.
          // biome-ignore lint/a11y/noNoninteractiveTabindex: as said.
          tabIndex={0}
          className={clsx("min-w-0 px-4 pt-5 pb-16 -outline-offset-2 sm:px-8 lg:overflow-y-auto", shown("document"))}
        >
          {document}
        </section>
        <div id="room-panel-part" className={clsx("min-w-0 bg-surface lg:overflow-y-auto lg:border-s", shown("panel"))}>
          {panel}
        </div>
      </div>
    </div>
  );
}
