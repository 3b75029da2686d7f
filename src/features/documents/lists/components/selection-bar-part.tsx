"use client";
import { Archive, ArchiveRestore, Columns2, Tag, X } from "lucide-react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { Button, IconButton } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import { KIND_PLACES, listPath } from "../../components/document-link";
import { MAX_BATCH } from "../tag-rules";
import { useRowActs } from "./list-acts";
import type { AnyListed } from "./list-selection";

export interface SelectionBarProps {
  readonly kind: KindName;
  readonly selected: readonly AnyListed[];
  readonly shown: number;
  readonly onSelectAll: () => void;
  readonly onClear: () => void;
}

/** Side by side are two, three or four. */
const COMPARABLE = { least: 2, most: 4 };

/** What can be done to all that is chosen; stays at the window's end while one chooses on. */
export function SelectionBarPart({ kind, selected, shown, onSelectAll, onClear }: SelectionBarProps) {
  const { slug, may } = useWorkspace();
  const acts = useRowActs();
  const ids = selected.map(({ id }) => id);
  const isEditor = may("draft.edit");
  const tooMany = ids.length > MAX_BATCH ? `Up to ${MAX_BATCH} at once.` : undefined;
  const inUse = selected.some(({ state }) => state !== "retired");
  const retired = selected.some(({ state }) => state === "retired");
  const { least, most } = COMPARABLE;
  const isComparable = ids.length >= least && ids.length <= most;
  const icon = "size-4";
  return (
    <section
      aria-label="Chosen"
      className="sticky bottom-3 z-10 mt-5 flex flex-wrap items-center gap-2 rounded-m border bg-surface px-3 py-2.5 shadow-pop"
    >
      <span className="pe-1 font-strong tabular-nums">
        {ids.length} {ids.length === 1 ? KIND_PLACES[kind].one : KIND_PLACES[kind].many.toLowerCase()} chosen
      </span>
      {ids.length < shown && (
        <Button size="s" variant="ghost" onClick={onSelectAll}>
          Choose all {shown} shown
        </Button>
      )}
      <span className="ms-auto sm:order-last sm:ms-0">
        <IconButton size="s" label="Choose none" icon={<X aria-hidden="true" className={icon} />} onClick={onClear} />
      </span>
      <span className="flex flex-wrap gap-2 max-sm:w-full sm:ms-auto">
        {kind !== "segment" &&
          (isComparable ? (
            <ButtonLink size="s" href={`${listPath(slug, kind)}/compare?ids=${ids.join(",")}`}>
              <Columns2 aria-hidden="true" className={icon} />
              Compare {ids.length}
            </ButtonLink>
          ) : (
            <Button
              size="s"
              icon={<Columns2 aria-hidden="true" className={icon} />}
              disabledReason={`Choose ${least} to ${most} to see them side by side.`}
            >
              Compare
            </Button>
          ))}
        {isEditor && acts && (
          <>
            <Button
              size="s"
              icon={<Tag aria-hidden="true" className={icon} />}
              disabledReason={tooMany}
              onClick={() => acts.editTags(ids)}
            >
              Tags
            </Button>
            {inUse && (
              <Button
                size="s"
                icon={<Archive aria-hidden="true" className={icon} />}
                pending={acts.isBusy}
                disabledReason={tooMany}
                onClick={() => acts.retire(ids)}
              >
                Retire
              </Button>
            )}
            {retired && (
              <Button
                size="s"
                icon={<ArchiveRestore aria-hidden="true" className={icon} />}
                pending={acts.isBusy}
                disabledReason={tooMany}
                onClick={() => acts.reopen(ids)}
              >
                Bring back
              </Button>
            )}
          </>
        )}
      </span>
    </section>
  );
}
