"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Link } from "@/ui/link";
import { LATEST_ACTIVITIES } from "../activity-rules";
import { ActivityRow } from "./activity-row";

/** The last things that happened in the workspace; nothing where nothing has. */
export function LatestActivity() {
  const { id: workspaceId, slug } = useWorkspace();
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.activities.list.queryOptions({ workspaceId, limit: LATEST_ACTIVITIES }));
  if (data.items.length === 0) return null;
  return (
    <section aria-label="What happened">
      <div className="flex items-baseline justify-between gap-4 pb-2">
        <h2 className="text-section">What happened</h2>
        <Link
          href={`/w/${slug}/activity`}
          className="inline-block min-h-6 text-ink-2 underline-offset-4 hover:underline"
        >
          All activity
        </Link>
      </div>
      <ul>
        {data.items.map((activity) => (
          <ActivityRow key={activity.id} activity={activity} isAlone={false} isDayShown />
        ))}
      </ul>
    </section>
  );
}
