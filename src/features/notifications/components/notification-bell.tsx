"use client";
import { useQuery } from "@tanstack/react-query";
import { Bell } from "lucide-react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Link } from "@/ui/link";
import { Tooltip } from "@/ui/tooltip";

/** How often one is told of something new while nothing else happens on the page, in milliseconds. */
const LOOK_AGAIN = 30_000;

/** How much of what one was told is unread, and the way to it. */
export function NotificationBell() {
  const { id: workspaceId, slug } = useWorkspace();
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.notifications.unread.queryOptions(
      { workspaceId },
      { refetchInterval: LOOK_AGAIN, refetchOnWindowFocus: true },
    ),
  );
  const count = data?.count ?? 0;
  const label = count === 0 ? "Notifications" : `Notifications, ${count} unread`;
  return (
    <Tooltip text={label}>
      <Link
        href={`/w/${slug}/notifications`}
        aria-label={label}
        className="relative grid size-[34px] shrink-0 place-items-center rounded-s text-ink-2 hover:bg-sunk hover:text-ink"
      >
        <Bell aria-hidden="true" className="size-4" />
        {count > 0 && (
          <span className="absolute end-0.5 top-0.5 grid h-4 min-w-4 place-items-center rounded-full bg-accent px-1 text-[0.625rem] leading-none font-bold text-accent-ink tabular-nums">
            {count > 99 ? "99+" : count}
          </span>
        )}
      </Link>
    </Tooltip>
  );
}
