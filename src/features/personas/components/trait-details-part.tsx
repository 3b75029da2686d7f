"use client";
import { ArrowDown, ArrowUp, X } from "lucide-react";
import { type RefObject, useId } from "react";
import type { ItemActs } from "@/features/documents/sheet/components/item-acts";
import { Button } from "@/ui/button";
import { PopoverPart } from "@/ui/popover-part";
import type { Trait } from "../persona-rules";

interface TraitDetailsProps {
  readonly trait: Trait;
  readonly name: string;
  readonly acts: ItemActs;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** What a slider has beside its poles and position: how far people differ, and its place among the others. */
export function TraitDetailsPart({ trait, name, acts, ...popover }: TraitDetailsProps) {
  const spreadId = useId();
  const { id } = trait;
  const set = (attribute: string, value: number | null) => acts.set(id, [attribute], value);
  return (
    <PopoverPart label={`Details of ${name}`} align="end" {...popover}>
      <div className="grid gap-4">
        <div>
          <label htmlFor={spreadId} className="flex justify-between text-label text-ink-3">
            How far people differ
            <output htmlFor={spreadId}>{trait.spread ? `± ${trait.spread}` : "not said"}</output>
          </label>
          <input
            id={spreadId}
            type="range"
            min={0}
            max={50}
            value={trait.spread ?? 0}
            onChange={(event) => set("spread", Number(event.target.value) || null)}
            className="mt-1 w-full accent-ink"
          />
          <p className="text-small text-ink-3">Drawn as a lighter band around the dot.</p>
        </div>
        {trait.value !== null && (
          <Button size="s" onClick={() => set("value", null)} className="justify-self-start">
            Take the position back
          </Button>
        )}
        <div className="-mx-2 -mb-2 flex flex-wrap gap-1 border-t pt-2">
          <Button size="s" variant="ghost" icon={<ArrowUp className="size-3.5" />} onClick={() => acts.move(id, -1)}>
            Up
          </Button>
          <Button size="s" variant="ghost" icon={<ArrowDown className="size-3.5" />} onClick={() => acts.move(id, 1)}>
            Down
          </Button>
          <Button
            size="s"
            variant="ghost"
            icon={<X className="size-3.5" />}
            className="ms-auto"
            onClick={() => {
              popover.onOpenChange(false);
              acts.remove(id, name);
            }}
          >
            Remove
          </Button>
        </div>
      </div>
    </PopoverPart>
  );
}
