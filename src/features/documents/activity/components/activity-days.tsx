"use client";
import { dayText } from "@/shared/date-text";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Notice } from "@/ui/notice";
import { useTimeZone } from "@/ui/use-time-zone";
import type { ActivityPage } from "../activity-contract";
import { byDay } from "../activity-rules";
import { ActivityRow } from "./activity-row";

interface ActivityDaysProps {
  /** Pages of the feed, and the way to more of them. */
  readonly feed: {
    readonly data: { readonly pages: readonly ActivityPage[] } | undefined;
    readonly error: unknown;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    fetchNextPage(): Promise<unknown>;
    refetch(): Promise<unknown>;
  };
  /** All is about one document, which the surroundings name. */
  readonly isAlone?: boolean | undefined;
}

/** What happened, newest first, day by day. */
export function ActivityDays({ feed, isAlone = false }: ActivityDaysProps) {
  const zone = useTimeZone();
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
      {feed.error !== null && (
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
      What people write, publish and say about segments, personas and scenarios is told here, day by day.
    </EmptyState>
  );
}
