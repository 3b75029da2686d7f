"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ReviewResult } from "@/features/documents/verification/verification-rules";
import { type ChangeReason, REASON_OPTIONS } from "@/features/documents/versions/version-reason-rules";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field, TextArea } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { Select } from "@/ui/select";
import { MAX_DECISION_NOTE, missingWords } from "../../deciding/decide-rules";
import type { ReviewPacket } from "../../deciding/packet-contract";
import type { SessionItem } from "../../session-contract";
import { NewTasks, sentTasks, type TaskDraft, taskDraftRefusal } from "../../tasks/components/new-tasks";
import { useRoom } from "./room-context";
import { useRoomAct } from "./use-room-act";

interface DecisionDialogProps {
  readonly item: SessionItem;
  readonly packet: ReviewPacket;
  readonly result: ReviewResult;
  readonly title: string;
  readonly today: string;
  readonly onClose: () => void;
  /** The document became another one meanwhile: what was looked at isn't what would be decided on. */
  readonly onOutrun: (message: string) => void;
}

/** Everything else that belongs to a decision: why, and what is to be done. */
export function DecisionDialog({ item, packet, result, title, today, onClose, onOutrun }: DecisionDialogProps) {
  const { sessionId } = useRoom();
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { act, isPending } = useRoomAct();
  const [note, setNote] = useState("");
  const [tasks, setTasks] = useState<readonly TaskDraft[]>([]);
  const [reason, setReason] = useState<ChangeReason>("new-evidence");
  const [failure, setFailure] = useState<string | null>(null);
  const asked = { workspaceId, sessionId, itemId: item.id };
  // What everybody looks at is what is decided on.
  const { data: shown } = useQuery(trpc.reviews.roomDocument.queryOptions(asked));
  const missing = missingWords({ result, note: note.trim(), tasks: tasks.length }) ?? taskDraftRefusal(tasks);
  const hasReason = result === "published" && packet.version !== null;

  const decide = async () => {
    const isDone = await act(
      (client) =>
        client.reviews.decideItem.mutate({
          ...{ ...asked, result, note, tasks: sentTasks(tasks) },
          revision: shown?.revision ?? 0,
          version: shown?.version?.number ?? null,
          ...(hasReason && { reason }),
        }),
      (refused) => (refused.code === "CONFLICT" ? onOutrun(refused.message) : setFailure(refused.message)),
    );
    void queryClient.invalidateQueries({ queryKey: trpc.reviews.packet.pathKey() });
    if (isDone) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={title}
      description={item.title}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant={result === "published" || result === "retired" ? "accent" : "primary"}
            pending={isPending}
            disabledReason={missing ?? undefined}
            onClick={() => void decide()}
          >
            {title}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        {failure && <Notice tone="error">{failure}</Notice>}
        <Field
          label={result === "published" ? "What is new" : result === "retired" ? "Why" : "Note"}
          hint="Kept in the history and in the minutes."
        >
          <TextArea
            value={note}
            rows={2}
            maxLength={MAX_DECISION_NOTE}
            onChange={(event) => setNote(event.target.value)}
          />
        </Field>
        {hasReason && (
          <Field label="Why did it change?">
            <Select options={REASON_OPTIONS} value={reason} onValueChange={setReason} />
          </Field>
        )}
        {result !== "retired" && <NewTasks tasks={tasks} onTasks={setTasks} today={today} />}
      </div>
    </Dialog>
  );
}
