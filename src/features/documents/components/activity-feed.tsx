"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { dayText } from "@/shared/date-text";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Notice } from "@/ui/notice";
import { SkeletonRows } from "@/ui/skeleton";
import { useTimeZone } from "@/ui/use-time-zone";
import { type ActivityGroup, byDay } from "../activity-rules";
import { ActivityRow } from "./activity-row";

export interface ActivityFilter {
  readonly documentId?: string;
  readonly actorId?: string;
  readonly group?: ActivityGroup;
}

interface ActivityFeedProps {
  readonly filter: ActivityFilter;
  /** All is about one document, which the surroundings name. */
  readonly isAlone?: boolean | undefined;
}

/** What happened, newest first, day by day. */
export function ActivityFeed({ filter, isAlone = false }: ActivityFeedProps) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const zone = useTimeZone();
  const feed = useInfiniteQuery(
    trpc.activities.list.infiniteQueryOptions(
      { workspaceId, ...filter },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  if (feed.isPending) return <SkeletonRows label="Loading the activity…" rows={4} />;
  const rows = feed.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="grid gap-5">
      {rows.length === 0 && !feed.error && <NothingYet isAlone={isAlone} />}
      {byDay(rows, (at) => dayText(at, zone)).map(({ day, rows: ofDay }) => (
        <section key={day} aria-label={day}>
          <h3 className="pb-1 text-label text-ink-3">{day}</h3>
          <ul>
            {ofDay.map((activity) => (
              <ActivityRow key={activity.id} activity={activity} isAlone={isAlone} />
            ))}
          </ul>
        </section>
      ))}
      {feed.error && (
        <Notice tone="error" action={<Button onClick={() => void feed.refetch()}>Try again</Button>}>
          {refusal(feed.error).message}
        </Notice>
      )}
      {feed.hasNextPage && (
        <div>
          <Button pending={feed.isFetchingNextPage} onClick={() => void feed.fetchNextPage()}>
            Show what was before
          </Button>
        </div>
      )}
    </div>
  );
}

function NothingYet({ isAlone }: { readonly isAlone: boolean }) {
  if (isAlone) return <p className="text-ink-2">Nothing has happened here that you may see.</p>;
  return (
    <EmptyState title="Nothing to tell">
      What people write, publish and say about segments and personas is told here, day by day.
    </EmptyState>
  );
}
