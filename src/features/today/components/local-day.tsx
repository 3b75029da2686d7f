"use client";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { localDay, localDayText } from "@/shared/local-day";
import { useTurning } from "@/ui/use-turning";

/** A day of the workspace's calendar in words. */
export function LocalDay({ day }: { readonly day: string }) {
  const { timeZone } = useWorkspace();
  const now = useTurning([], timeZone);
  return (
    <time dateTime={day} className="whitespace-nowrap">
      {localDayText(day, localDay(now, timeZone))}
    </time>
  );
}
