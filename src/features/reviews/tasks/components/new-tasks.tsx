"use client";
import { useQuery } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Button, IconButton } from "@/ui/button";
import { Field, TextInput } from "@/ui/field";
import { Select } from "@/ui/select";
import type { NewTask } from "../task-contract";
import { dayIn, MAX_TASK, MAX_TASKS, taskDayRefusal } from "../task-rules";

/** A task that is being written. */
export interface TaskDraft extends NewTask {
  readonly key: string;
}

/** Days that somebody has for a task unless something else is said. */
const DAYS = 14;

/** Why the tasks can't be given as they are, in a sentence; null when they can. */
export function taskDraftRefusal(tasks: readonly TaskDraft[]): string | null {
  if (tasks.some(({ text }) => text.trim() === "")) return "Say what is to be done in each task.";
  if (tasks.some(({ dueOn }) => dueOn === "")) return "Give each task a day.";
  return null;
}

export function sentTasks(tasks: readonly TaskDraft[]): NewTask[] {
  return tasks.map(({ text, assigneeId, dueOn }) => ({ text, assigneeId, dueOn }));
}

interface NewTasksProps {
  readonly tasks: readonly TaskDraft[];
  readonly onTasks: (tasks: readonly TaskDraft[]) => void;
  /** In the workspace's zone. */
  readonly today: string;
}

/** What people are to do, each with who and by when. */
export function NewTasks({ tasks, onTasks, today }: NewTasksProps) {
  const { id: workspaceId, personId } = useWorkspace();
  const trpc = useTRPC();
  const { data: members = [] } = useQuery(
    trpc.members.list.queryOptions({ workspaceId }, { enabled: tasks.length > 0 }),
  );
  const add = () =>
    onTasks([...tasks, { key: crypto.randomUUID(), text: "", assigneeId: personId, dueOn: dayIn(today, DAYS) }]);
  const change = (key: string, next: Partial<NewTask>) =>
    onTasks(tasks.map((task) => (task.key === key ? { ...task, ...next } : task)));
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="mb-1.5 font-strong">Tasks</legend>
      {tasks.map(({ key, text, assigneeId, dueOn }, at) => (
        <div key={key} className="grid min-w-0 gap-2 rounded-s border px-3 py-3">
          <div className="flex items-start gap-2">
            <Field label={`What is to be done, task ${at + 1}`} isLabelHidden className="grow">
              <TextInput
                value={text}
                maxLength={MAX_TASK}
                placeholder="What is to be done"
                autoFocus
                onChange={(event) => change(key, { text: event.target.value })}
              />
            </Field>
            <IconButton
              label={`Take task ${at + 1} off`}
              icon={<X aria-hidden="true" className="size-4" />}
              onClick={() => onTasks(tasks.filter((one) => one.key !== key))}
            />
          </div>
          <div className="grid min-w-0 gap-2">
            <Field label={`Who does task ${at + 1}`} isLabelHidden>
              <Select
                options={members.map(({ userId, name }) => ({ value: userId, label: name }))}
                value={assigneeId}
                onValueChange={(id) => change(key, { assigneeId: id })}
              />
            </Field>
            <Field
              label={`By when, task ${at + 1}`}
              isLabelHidden
              error={dueOn === "" ? undefined : (taskDayRefusal(dueOn, today) ?? undefined)}
            >
              <TextInput
                type="date"
                value={dueOn}
                min={today}
                onChange={(event) => change(key, { dueOn: event.target.value })}
              />
            </Field>
          </div>
        </div>
      ))}
      <Button
        size="s"
        className="justify-self-start"
        icon={<Plus aria-hidden="true" className="size-4" />}
        disabledReason={tasks.length >= MAX_TASKS ? `Up to ${MAX_TASKS} tasks at once.` : undefined}
        onClick={add}
      >
        Add a task
      </Button>
    </fieldset>
  );
}
