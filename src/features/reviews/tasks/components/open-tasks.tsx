"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { localDay, localDayText } from "@/shared/local-day";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { TextInput } from "@/ui/field";
import { toast } from "@/ui/toast";
import type { ReviewTask } from "../task-contract";

interface OpenTasksProps {
  readonly documentId: string;
  /** As they were read with the page; left out, they are looked up. */
  readonly initial?: readonly ReviewTask[] | undefined;
}

/** What is to be done about a document. Who does a task and editors tick it off and move its day. */
export function OpenTasks({ documentId, initial }: OpenTasksProps) {
  const { id: workspaceId, personId, timeZone, may } = useWorkspace();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: tasks = [], isPending } = useQuery(
    trpc.reviews.tasks.queryOptions({ workspaceId, documentId }, initial && { initialData: [...initial] }),
  );
  const change = useMutation(
    trpc.reviews.changeTask.mutationOptions({
      onSuccess: ({ id, doneAt, text }) => {
        if (doneAt === null) return;
        toast(`Done: ${text}`, {
          action: { label: "Undo", onClick: () => change.mutate({ workspaceId, taskId: id, isDone: false }) },
        });
      },
      onError: (error) => toast(refusal(error).message, { tone: "error" }),
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries(trpc.reviews.tasks.queryFilter({ workspaceId, documentId })),
          queryClient.invalidateQueries(trpc.reviews.myTasks.queryFilter({ workspaceId })),
        ]),
    }),
  );
  const today = localDay(Date.now(), timeZone);
  if (tasks.length === 0) return isPending ? null : <p className="text-ink-2">No open tasks.</p>;
  return (
    <ul className="grid gap-3">
      {tasks.map(({ id, text, assignee, dueOn }) => {
        const mayChange = assignee.id === personId || may("draft.edit");
        const isLate = dueOn < today;
        return (
          <li key={id} className="flex min-w-0 items-start gap-2.5">
            {mayChange && (
              <input
                type="checkbox"
                aria-label={`Done: ${text}`}
                className="mt-[1.5px] size-[18px] shrink-0 accent-ink"
                checked={change.isPending && change.variables.taskId === id && change.variables.isDone === true}
                onChange={() => change.mutate({ workspaceId, taskId: id, isDone: true })}
              />
            )}
            <div className="min-w-0">
              <p dir="auto" className="wrap-anywhere">
                {text}
              </p>
              <div className="flex flex-wrap items-center gap-x-2 text-small text-ink-3">
                <bdi>{assignee.id === personId ? "You" : assignee.name}</bdi>
                <span className={isLate ? "text-stale" : undefined}>
                  {isLate ? "was due" : "by"} {localDayText(dueOn, today)}
                </span>
                {mayChange && (
                  <details>
                    <summary className="min-h-6 underline decoration-line-strong underline-offset-4">
                      Move<span className="sr-only"> the day of {text}</span>
                    </summary>
                    <TextInput
                      type="date"
                      aria-label={`By when: ${text}`}
                      className="mt-1"
                      defaultValue={dueOn}
                      min={today}
                      onBlur={({ target: { value } }) => {
                        if (value !== "" && value !== dueOn) change.mutate({ workspaceId, taskId: id, dueOn: value });
                      }}
                    />
                  </details>
                )}
              </div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
