"use client";
import clsx from "clsx";
import { type ReactNode, useState } from "react";
import { useContent } from "../../drafts/components/content-context";

export interface SheetSection {
  readonly id: string;
  readonly label: string;
  readonly isEmpty: boolean;
  /** Across all columns. */
  readonly isWide?: boolean | undefined;
  /** `isOpened`: somebody has just asked for it, to write in it. */
  readonly render: (isOpened: boolean) => ReactNode;
}

interface SheetSectionsProps {
  readonly sections: readonly SheetSection[];
  /** Those that stand open where nothing is written yet, to begin with. */
  readonly first: readonly string[];
  readonly className?: string | undefined;
}

/**
 * The sections that hold something. The empty ones collapse: readers don't see them, and people who may edit find them in
 * one quiet row at the end.
 */
export function SheetSections({ sections, first, className }: SheetSectionsProps) {
  const { edit } = useContent();
  // A section that was there stays until the page is left: it must not vanish under somebody who empties it.
  const [shown, setShown] = useState<ReadonlySet<string>>(
    () => new Set(sections.every(({ isEmpty }) => isEmpty) ? first : []),
  );
  const [opened, setOpened] = useState<string | null>(null);
  const unseen = sections.filter(({ id, isEmpty }) => !isEmpty && !shown.has(id));
  if (unseen.length > 0) setShown(new Set([...shown, ...unseen.map(({ id }) => id)]));
  const isShown = ({ id, isEmpty }: SheetSection) => !isEmpty || (edit !== null && (shown.has(id) || opened === id));
  const folded = edit ? sections.filter((section) => !isShown(section)) : [];
  const open = (id: string) => {
    setShown(new Set([...shown, id]));
    setOpened(id);
  };
  return (
    <>
      <div className={clsx("grid gap-x-10 gap-y-7", className)}>
        {sections.filter(isShown).map((section) => (
          <div key={section.id} className={clsx("min-w-0", section.isWide && "col-span-full")}>
            {section.render(opened === section.id)}
          </div>
        ))}
      </div>
      {folded.length > 0 && (
        <div className="mt-8 flex flex-wrap items-baseline gap-x-1 gap-y-1 text-small text-ink-3">
          <span>Add:</span>
          {folded.map(({ id, label }) => (
            <button
              key={id}
              type="button"
              aria-label={`Add ${label.toLowerCase()}`}
              onClick={() => open(id)}
              className="min-h-6 rounded-s px-1.5 text-ink-2 underline decoration-line-strong underline-offset-4 hover:text-ink hover:decoration-ink-2"
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </>
  );
}
