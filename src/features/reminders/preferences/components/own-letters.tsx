"use client";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { Section } from "@/ui/section";
import { DeliveryRows } from "../../delivery/components/delivery-rows";

/** What was sent to the person, and what became of it. */
export function OwnLetters() {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const list = useSuspenseInfiniteQuery(
    trpc.deliveries.own.infiniteQueryOptions(
      { workspaceId, limit: 10 },
      { getNextPageParam: ({ nextCursor }) => nextCursor, staleTime: 0 },
    ),
  );
  const deliveries = list.data.pages.flatMap((page) => page.items);
  return (
    <Section title="Sent to you" hint="The newest letters, with what became of each." hasLine>
      <Card>
        {deliveries.length === 0 ? (
          <EmptyState title="No letters yet">What is sent to you by mail is listed here.</EmptyState>
        ) : (
          <DeliveryRows deliveries={deliveries} />
        )}
        {list.hasNextPage && (
          <div className="border-t px-4 py-3.5">
            <Button pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              Show older ones
            </Button>
          </div>
        )}
      </Card>
    </Section>
  );
}
