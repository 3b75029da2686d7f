"use client";
import { useQuery } from "@tanstack/react-query";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { OpenTasks } from "./open-tasks";

/** What is to be done about a document, beside it; nothing where nothing is. */
export function TaskRail({ documentId }: { readonly documentId: string }) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const { data: tasks = [] } = useQuery(trpc.reviews.tasks.queryOptions({ workspaceId, documentId }));
  if (tasks.length === 0) return null;
  return (
    <section aria-label="Open tasks">
      <h2 className="mb-3 font-semibold">{tasks.length === 1 ? "1 open task" : `${tasks.length} open tasks`}</h2>
      <OpenTasks documentId={documentId} />
    </section>
  );
}
