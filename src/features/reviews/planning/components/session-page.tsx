"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { MinutesView } from "../../minutes/components/minutes-view";
import { ReviewRoom } from "../../room/components/review-room";
import { PlanView } from "./plan-view";

/** Milliseconds between two looks at whether it has begun. */
const WAITING = 5_000;

/** A session as it stands: its plan, its room, or what came of it. */
export function SessionPage({ sessionId }: { readonly sessionId: string }) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const { data: session } = useSuspenseQuery(
    trpc.reviews.session.queryOptions(
      { workspaceId, sessionId },
      // Who waits for it to begin comes in with the others.
      { refetchInterval: (query) => (query.state.data?.state === "planned" ? WAITING : false) },
    ),
  );
  if (session.state === "open") return <ReviewRoom sessionId={sessionId} />;
  if (session.state === "closed") return <MinutesView sessionId={sessionId} />;
  return <PlanView session={session} />;
}
