"use client";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import clsx from "clsx";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Avatar } from "@/ui/avatar";
import { Button } from "@/ui/button";
import { CardList, CardRow } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { Notice } from "@/ui/notice";
import { Time } from "@/ui/time";
import type { AuditAction } from "../audit-contract";
import { auditPredicate } from "../audit-rules";
import { useWorkspace } from "./workspace-context";

export interface AuditFilter {
  readonly action?: AuditAction;
  readonly userId?: string;
}

interface Props {
  readonly filter: AuditFilter;
  readonly isStale: boolean;
}

export function AuditEntries({ filter, isStale }: Props) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const log = useSuspenseInfiniteQuery(
    trpc.audit.list.infiniteQueryOptions(
      { workspaceId, ...filter },
      { getNextPageParam: ({ nextCursor }) => nextCursor, staleTime: 0 },
    ),
  );
  const entries = log.data.pages.flatMap((page) => page.entries);
  if (entries.length === 0) {
    return <EmptyState title="Nothing here">No act fits what you chose. Choose something else above.</EmptyState>;
  }
  return (
    <div className={clsx("transition-opacity", isStale && "opacity-60")} aria-busy={isStale}>
      <CardList>
        {entries.map((entry) => (
          <CardRow key={entry.id}>
            <Avatar name={entry.actor.name} size={30} isDecoration />
            <p dir="auto" className="min-w-0 flex-1 basis-48 wrap-anywhere">
              <b>
                <bdi>{entry.actor.name}</bdi>
              </b>{" "}
              {auditPredicate(entry)}
            </p>
            <span className="text-small text-ink-3 max-sm:ps-11">
              <Time at={entry.at} isExact />
            </span>
          </CardRow>
        ))}
      </CardList>
      {log.hasNextPage && (
        <div className="grid justify-items-start gap-3 border-t px-4 py-3.5">
          {log.error && <Notice tone="error">{refusal(log.error).message}</Notice>}
          <Button pending={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            Show older entries
          </Button>
        </div>
      )}
    </div>
  );
}
