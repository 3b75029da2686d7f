"use client";
import { ArrowDown, ArrowUp, Columns2, Link2, Rows2 } from "lucide-react";
import { Button, IconButton } from "@/ui/button";
import { LiveRegion } from "@/ui/live-region";
import { toast } from "@/ui/toast";
import type { ComparisonAddress } from "../comparison-address-rules";
import { countWords, type SingleChange } from "../comparison-rules";

interface ComparisonToolbarProps {
  readonly singles: readonly SingleChange[];
  readonly address: ComparisonAddress;
  readonly onAddress: (next: Partial<ComparisonAddress>) => void;
  readonly jump: { readonly at: number | null; readonly jump: (step: 1 | -1) => void };
}

/** How much changed, the way from change to change, and how the comparison is laid out. */
export function ComparisonToolbar({ singles, address, onAddress, jump }: ComparisonToolbarProps) {
  const current = jump.at === null ? undefined : singles[jump.at];
  const isSplit = address.view === "split";
  return (
    <div className="z-[5] -mx-4 mb-5 flex flex-wrap items-center gap-x-3 gap-y-2 border-b bg-paper px-4 py-2.5 sm:sticky sm:top-14 sm:-mx-8 sm:px-8">
      <p className="me-auto font-strong">{countWords(singles)}</p>
      <div className="flex items-center gap-1">
        {singles.length > 0 && (
          <>
            <span className="text-small text-ink-3 tabular-nums">
              {jump.at === null ? `${singles.length} in all` : `${jump.at + 1} of ${singles.length}`}
            </span>
            <IconButton
              size="s"
              label="Previous change (Alt ↑, or p)"
              icon={<ArrowUp aria-hidden="true" className="size-4" />}
              onClick={() => jump.jump(-1)}
            />
            <IconButton
              size="s"
              label="Next change (Alt ↓, or n)"
              icon={<ArrowDown aria-hidden="true" className="size-4" />}
              onClick={() => jump.jump(1)}
            />
          </>
        )}
      </div>
      <LiveRegion>
        {current ? `Change ${(jump.at ?? 0) + 1} of ${singles.length}: ${current.label}, ${current.change}` : ""}
      </LiveRegion>
      <div className="flex flex-wrap gap-2">
        <Button
          size="s"
          aria-pressed={isSplit}
          className={PRESSED}
          icon={
            isSplit ? (
              <Columns2 aria-hidden="true" className="size-3.5" />
            ) : (
              <Rows2 aria-hidden="true" className="size-3.5" />
            )
          }
          onClick={() => onAddress({ view: isSplit ? "unified" : "split" })}
        >
          Side by side
        </Button>
        <Button
          size="s"
          aria-pressed={address.isWhole}
          className={PRESSED}
          onClick={() => onAddress({ isWhole: !address.isWhole })}
        >
          Show unchanged
        </Button>
        <Button size="s" icon={<Link2 aria-hidden="true" className="size-3.5" />} onClick={() => void copyLink()}>
          Copy link
        </Button>
      </div>
    </div>
  );
}

const PRESSED = "aria-pressed:border-ink aria-pressed:bg-sunk";

async function copyLink(): Promise<void> {
  try {
    await navigator.clipboard.writeText(window.location.href);
    toast("The link to this comparison is copied.");
  } catch {
    toast("The link couldn't be copied. Copy it from the address bar.", { tone: "error" });
  }
}
