"use client";
import { documentPath } from "@/features/documents/components/document-link";
import { CalendarFeedButton } from "@/features/reminders/calendar/components/calendar-feed-button";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { localDay, localDayText } from "@/shared/local-day";
import { Card, CardList, CardRow } from "@/ui/card";
import { Link } from "@/ui/link";
import { Time } from "@/ui/time";
import type { ComingUp } from "../today-contract";

/** What has a date ahead of the reader. */
export function ComingUpCard({ items }: { readonly items: readonly ComingUp[] }) {
  return (
    <Card aria-labelledby="coming-up">
      <div className="flex items-center justify-between gap-3 border-b px-4 py-2">
        <h2 id="coming-up" className="text-[0.9375rem] font-semibold">
          Coming up
        </h2>
        <CalendarFeedButton size="s" variant="ghost" />
      </div>
      {items.length === 0 ? (
        <p className="px-4 py-5 text-ink-2">Nothing within the next two months.</p>
      ) : (
        <CardList>
          {items.map((item) => (
            <ComingRow key={`${item.type} ${item.type === "due" ? item.document.id : item.id}`} item={item} />
          ))}
        </CardList>
      )}
    </Card>
  );
}

function ComingRow({ item }: { readonly item: ComingUp }) {
  const { slug, timeZone } = useWorkspace();
  // Without a year: whatever is shown lies within two months.
  const day = item.type === "session" ? localDay(Date.parse(item.at), timeZone) : item.on;
  const [number, month] = localDayText(day, day).split(" ");
  const title = item.type === "session" ? item.title : item.document.title || "No name yet";
  const href =
    item.type === "session"
      ? `/w/${slug}/reviews/${item.id}`
      : documentPath(slug, item.document.kind, item.document.id);
  return (
    <CardRow className="flex-nowrap">
      <div className="w-11 shrink-0 text-center tabular-nums">
        <div className="text-label text-ink-3">{month}</div>
        <b className="text-[1.125rem] leading-tight font-semibold">{number}</b>
      </div>
      <div className="min-w-0 flex-[1_1_0]">
        <p dir="auto" className="font-semibold wrap-anywhere">
          <Link href={href} className="underline-offset-4 hover:underline">
            {title}
          </Link>
        </p>
        <p dir="auto" className="text-small text-ink-3 wrap-anywhere">
          <About item={item} />
        </p>
      </div>
    </CardRow>
  );
}

const MOST_NAMES = 4;

function About({ item }: { readonly item: ComingUp }) {
  if (item.type === "due") return "To be verified";
  if (item.type === "task") return item.text;
  const names = item.people.slice(0, MOST_NAMES).join(", ");
  const others = item.people.length - MOST_NAMES;
  return (
    <>
      <Time at={item.at} isClock /> · {item.items === 1 ? "1 item" : `${item.items} items`} · {names}
      {others > 0 && ` and ${others} more`}
    </>
  );
}
