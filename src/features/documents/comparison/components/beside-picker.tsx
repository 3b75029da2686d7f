"use client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { Dialog } from "@/ui/dialog";
import { Field, TextInput } from "@/ui/field";
import { LiveRegion } from "@/ui/live-region";
import { KIND_PLACES } from "../../components/document-link";
import { StandingPills } from "../../components/standing-pills";
import { useDocumentApi } from "../../components/use-document-api";

const SHOWN = 12;

interface BesidePickerProps {
  readonly kind: KindName;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Those that stand side by side already. */
  readonly chosen: readonly string[];
  readonly onPick: (id: string) => void;
}

/** Finds one more document to put beside the others. */
export function BesidePicker({ kind, open, onOpenChange, chosen, onPick }: BesidePickerProps) {
  const { id: workspaceId } = useWorkspace();
  const api = useDocumentApi(kind);
  const [text, setText] = useState("");
  const asked = useDeferredValue(text.trim());
  const { one, many } = KIND_PLACES[kind];
  const { data } = useQuery(
    api.list.queryOptions(
      // As many more as could be chosen already, since those are left out.
      { workspaceId, limit: SHOWN + 4, ...(asked && { text: asked }) },
      { enabled: open, placeholderData: keepPreviousData },
    ),
  );
  const found = (data?.items ?? []).filter(({ id }) => !chosen.includes(id)).slice(0, SHOWN);
  const pick = (id: string) => {
    onPick(id);
    onOpenChange(false);
    setText("");
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} size="s" title={`Add a ${one}`}>
      <Field label={`Find a ${one}`} isLabelHidden>
        <TextInput
          type="search"
          value={text}
          maxLength={200}
          placeholder="Find by name"
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <LiveRegion>{data ? `${found.length} found` : ""}</LiveRegion>
      <ul className="mt-3 max-h-[50vh] min-h-40 overflow-y-auto">
        {found.map((target) => (
          <li key={target.id} className="border-b last:border-b-0">
            <button
              type="button"
              onClick={() => pick(target.id)}
              className="flex min-h-11 w-full items-center gap-3 rounded-s px-2 py-2 text-start hover:bg-sunk focus-visible:-outline-offset-2"
            >
              <span dir="auto" className="min-w-0 flex-1 font-medium wrap-anywhere">
                {target.title || "No name yet"}
              </span>
              <StandingPills of={target} />
            </button>
          </li>
        ))}
        {data && found.length === 0 && (
          <li className="py-6 text-center text-ink-3">No other of the {many.toLowerCase()} fits.</li>
        )}
      </ul>
    </Dialog>
  );
}
