"use client";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, type RefObject, useDeferredValue, useRef, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { TextInput } from "@/ui/field";
import { LiveRegion } from "@/ui/live-region";
import { PopoverPart } from "@/ui/popover-part";
import { KIND_PLACES } from "../../components/document-link";
import { DocumentFace } from "../../lists/components/document-face";
import type { LinkedDocument } from "../link-contract";

interface LinkPickerProps {
  readonly kind: KindName;
  /** The document that links, which can't link to itself. */
  readonly documentId: string;
  readonly takenIds: readonly string[];
  readonly anchor: RefObject<HTMLElement | null>;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onChoose: (target: LinkedDocument) => void;
}

/** Documents of one kind, found by their title while one types. */
export function LinkPickerPart({ kind, documentId, takenIds, onChoose, ...popover }: LinkPickerProps) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const wanted = useDeferredValue(text.trim());
  const { data, error } = useQuery(
    trpc.documents.linkTargets.queryOptions(
      { workspaceId, kind, text: wanted, except: documentId },
      { placeholderData: (before) => before },
    ),
  );
  const targets = (data ?? []).filter(({ id }) => !takenIds.includes(id));
  const { one, many } = KIND_PLACES[kind];
  const step = (event: KeyboardEvent, by: 1 | -1) => {
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const place = buttons.indexOf(event.target as HTMLButtonElement);
    event.preventDefault();
    buttons[Math.max(0, Math.min(buttons.length - 1, place + by))]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") step(event, 1);
    else if (event.key === "ArrowUp") step(event, -1);
    else if (event.key === "Enter" && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      if (targets[0] && wanted === text.trim()) onChoose(targets[0]);
    }
  };
  return (
    <PopoverPart label={`Choose a ${one}`} {...popover}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys go through the controls within. */}
      <div onKeyDown={onKeyDown} className="-m-2 grid gap-2">
        <TextInput
          aria-label={`Find a ${one}`}
          placeholder={`Find a ${one} by its name`}
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <ul ref={list} className="max-h-[300px] overflow-y-auto">
          {targets.map((target) => (
            <li key={target.id}>
              <button
                type="button"
                onClick={() => onChoose(target)}
                className="flex min-h-9 w-full items-center gap-2.5 rounded-s px-2 py-1 text-start hover:bg-sunk focus-visible:bg-sunk focus-visible:outline-offset-[-2px]"
              >
                {kind === "persona" && <DocumentFace card={target.card} alt="" size={26} />}
                <span className="min-w-0">
                  <bdi className="block truncate">{target.title || "No name yet"}</bdi>
                  <bdi className="block truncate text-small text-ink-3">
                    {(kind === "persona" ? target.card.archetype : target.card.summary) || ""}
                  </bdi>
                </span>
              </button>
            </li>
          ))}
        </ul>
        {error && <p className="px-2 pb-1 text-small text-stale">{refusal(error).message}</p>}
        {data && targets.length === 0 && (
          <p className="px-2 pb-1 text-small text-ink-3">
            {wanted ? `No ${one} has these words in its name.` : `There are no other ${many.toLowerCase()} yet.`}
          </p>
        )}
        <LiveRegion>{data ? `${targets.length} found` : ""}</LiveRegion>
      </div>
    </PopoverPart>
  );
}
