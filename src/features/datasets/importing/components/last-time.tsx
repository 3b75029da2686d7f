"use client";
import { History } from "lucide-react";
import { Button } from "@/ui/button";
import type { RememberedPlan } from "../import-contract";

interface LastTimeProps {
  readonly remembered: RememberedPlan;
  readonly isUsed: boolean;
  readonly onUse: (isUsed: boolean) => void;
}

/** A file with these columns was imported before: one press reads this one in the same way. */
export function LastTime({ remembered, isUsed, onUse }: LastTimeProps) {
  const { dataset } = remembered;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5 rounded-m bg-info-soft px-4 py-3">
      <History aria-hidden="true" className="size-4 shrink-0 text-info" />
      <p className="min-w-0 flex-1 basis-60">
        {isUsed ? "It is read as last time." : "A file with these columns was imported before"}
        {!isUsed &&
          (dataset ? (
            <>
              , into <bdi className="font-strong">{dataset.name}</bdi>.
            </>
          ) : (
            "."
          ))}
      </p>
      {isUsed ? (
        <Button onClick={() => onUse(false)}>Read it afresh</Button>
      ) : (
        <Button variant="primary" onClick={() => onUse(true)}>
          Read as last time
        </Button>
      )}
    </div>
  );
}
