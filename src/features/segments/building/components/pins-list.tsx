"use client";
import { X } from "lucide-react";
import type { Edit } from "@/features/documents/drafts/edit-rules";
import { IconButton } from "@/ui/button";
import type { SegmentContent } from "../../segment-rules";
import { pinWords } from "../pin-words-rules";
import { InlineChoice } from "./inline-choice";

interface PinsListProps {
  readonly pins: SegmentContent["pins"];
  /** Null for people who read. */
  readonly edit: ((edit: Edit) => void) | null;
}

const SIDES = [
  { value: "in", label: "always in" },
  { value: "out", label: "never in" },
];

/** Customers who are in or out whatever the rule says. */
export function PinsList({ pins, edit }: PinsListProps) {
  if (pins.length === 0) return null;
  return (
    <details className="pt-3 text-small text-ink-2">
      <summary className="w-fit">{pinWords(pins)}</summary>
      <ul className="grid gap-1 pt-1.5">
        {pins.map(({ id, key, side, reason }, index) => (
          <li key={id} className="flex min-w-0 flex-wrap items-center gap-x-2">
            <span className="tabular-nums">Customer …{key.slice(-6)}</span>
            {edit ? (
              <InlineChoice
                label={`Customer ${index + 1}`}
                value={side}
                options={SIDES}
                onValue={(value) => edit({ op: "set", path: ["pins", id, "side"], value })}
              />
            ) : (
              <span>{side === "in" ? "always in" : "never in"}</span>
            )}
            {reason && <bdi className="min-w-0 text-ink-3 wrap-anywhere">{reason}</bdi>}
            {edit && (
              <IconButton
                size="s"
                label={`Let the rule decide on customer ${index + 1}`}
                icon={<X aria-hidden="true" className="size-3.5" />}
                onClick={() => edit({ op: "remove", path: ["pins"], id })}
              />
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
