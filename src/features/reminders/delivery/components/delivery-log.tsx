"use client";
import { useMutation, useQueryClient, useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { EmptyState } from "@/ui/empty-state";
import { Field } from "@/ui/field";
import { Section } from "@/ui/section";
import { Select } from "@/ui/select";
import { SkeletonRows } from "@/ui/skeleton";
import { toast } from "@/ui/toast";
import type { Delivery } from "../delivery-contract";
import { type DeliveryState, STATE_LABELS } from "../delivery-rules";
import { DeliveryRows } from "./delivery-rows";

type Shown = DeliveryState | "";

const CHOICES: readonly { readonly value: Shown; readonly label: string }[] = [
  { value: "", label: "Everything" },
  { value: "failed", label: STATE_LABELS.failed },
  { value: "waiting", label: STATE_LABELS.waiting },
  { value: "sent", label: STATE_LABELS.sent },
  { value: "dropped", label: STATE_LABELS.dropped },
];

/** What left the workspace by mail or webhook, for admins. */
export function DeliveryLog() {
  const [shown, setShown] = useState<Shown>("");
  return (
    <Section
      title="Letters and calls"
      hint="Every letter and every call that left this workspace, with what became of it. What isn't taken is tried again for five days."
    >
      <Field label="Show" className="max-w-56 pb-4">
        <Select options={CHOICES} value={shown} onValueChange={setShown} />
      </Field>
      <Card>
        <Suspense key={shown} fallback={<SkeletonRows label="Loading deliveries…" rows={8} />}>
          <Log shown={shown} />
        </Suspense>
      </Card>
    </Section>
  );
}

function Log({ shown }: { readonly shown: Shown }) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const list = useSuspenseInfiniteQuery(
    trpc.deliveries.list.infiniteQueryOptions(
      { workspaceId, ...(shown && { state: shown }) },
      { getNextPageParam: ({ nextCursor }) => nextCursor, staleTime: 0 },
    ),
  );
  const deliveries = list.data.pages.flatMap((page) => page.items);
  if (deliveries.length === 0) {
    return shown ? (
      <EmptyState title="None of these">
        No letter and no call is in this state. Show everything to see the others.
      </EmptyState>
    ) : (
      <EmptyState title="Nothing sent yet">Letters and calls appear here as soon as they are made.</EmptyState>
    );
  }
  return (
    <>
      <DeliveryRows deliveries={deliveries} action={(delivery) => <Retry delivery={delivery} />} />
      {list.hasNextPage && (
        <div className="border-t px-4 py-3.5">
          <Button pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Show older ones
          </Button>
        </div>
      )}
    </>
  );
}

function Retry({ delivery: { id, state, attempts, target } }: { readonly delivery: Delivery }) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const retry = useMutation(
    trpc.deliveries.retry.mutationOptions({
      onSuccess: () => {
        toast("It is tried again.");
        return queryClient.invalidateQueries({ queryKey: trpc.deliveries.pathKey() });
      },
      onError: (error) => toast(refusal(error).message, { tone: "error" }),
    }),
  );
  if (state !== "failed" && !(state === "waiting" && attempts > 0)) return null;
  return (
    <Button size="s" pending={retry.isPending} onClick={() => retry.mutate({ workspaceId, deliveryId: id })}>
      Try again<span className="sr-only"> to {target}</span>
    </Button>
  );
}
