"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ReviewResult } from "@/features/documents/verification/verification-rules";
import { type ChangeReason, REASON_OPTIONS } from "@/features/documents/versions/version-reason-rules";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { localDay, localDayText } from "@/shared/local-day";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Field, TextArea } from "@/ui/field";
import { Notice } from "@/ui/notice";
import { Select } from "@/ui/select";
import { toast } from "@/ui/toast";
import { NewTasks, sentTasks, type TaskDraft, taskDraftRefusal } from "../../tasks/components/new-tasks";
import type { DecidedAlone } from "../decide-contract";
import { decideBlocks, decidePublishBlocks, MAX_DECISION_NOTE, missingWords } from "../decide-rules";
import type { ReviewPacket } from "../packet-contract";
import { StillTrueKey, useStillTrueKey } from "./still-true-key";

/** With how it was decided. */
export type DecidedHere = DecidedAlone & { readonly result: ReviewResult };

interface DecisionFormProps {
  readonly packet: ReviewPacket;
  readonly onLookAgain: () => Promise<void>;
  readonly onDecided: (decided: DecidedHere) => void;
}

/** The note, what is to be done, and the four ways in which a review ends. Buttons that can't be used say why. */
export function DecisionForm({ packet, onLookAgain, onDecided }: DecisionFormProps) {
  const { id: workspaceId, role, timeZone } = useWorkspace();
  const { document, version, changes, isVerifier, publishing, nextDueOn } = packet;
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [note, setNote] = useState("");
  const [tasks, setTasks] = useState<readonly TaskDraft[]>([]);
  const [reason, setReason] = useState<ChangeReason>("new-evidence");
  const today = localDay(Date.now(), timeZone);
  const decide = useMutation(
    trpc.reviews.decideAlone.mutationOptions({
      onSuccess: (decided, { result }) => {
        onDecided({ ...decided, result });
        toast(decidedWords({ ...decided, result }, today));
        // Badges, lists, counts and duties all follow from it.
        return queryClient.invalidateQueries();
      },
    }),
  );
  const facts = { role, isVerifier, isRetired: document.retired !== null, currentVersion: document.currentVersion };
  const reasonAgainst = (result: ReviewResult): string | undefined => {
    const blocks =
      result === "published" && publishing ? decidePublishBlocks(facts, publishing) : decideBlocks(result, facts);
    if (blocks.length > 0) return blocks.map(({ message }) => message).join(" ");
    return missingWords({ result, note: note.trim(), tasks: tasks.length }) ?? taskDraftRefusal(tasks) ?? undefined;
  };
  const end = (result: ReviewResult) => {
    if (decide.isPending) return;
    decide.mutate({
      ...{ workspaceId, documentId: document.id, result, note, tasks: sentTasks(tasks) },
      revision: packet.revision ?? 0,
      version: document.currentVersion,
      lastReview: packet.lastReview,
      ...(result === "published" && version !== null && { reason }),
    });
  };
  const stillTrue = reasonAgainst("still-true");
  const key = useStillTrueKey(() => (stillTrue ? toast(stillTrue, { tone: "error" }) : end("still-true")));
  const failure = decide.isError ? refusal(decide.error) : null;
  const lookAgain = async () => {
    await onLookAgain();
    decide.reset();
  };
  const isPublishable = reasonAgainst("published") === undefined;
  const button = (result: ReviewResult, words: string, variant?: "primary") => (
    <Button
      {...(variant && { variant })}
      {...(result === "still-true" && key.isOn && { "aria-keyshortcuts": "T" })}
      className="w-full justify-center"
      pending={decide.isPending && decide.variables.result === result}
      disabledReason={reasonAgainst(result)}
      onClick={() => end(result)}
    >
      {words}
    </Button>
  );
  const next = `v${(document.currentVersion ?? 0) + 1}`;
  return (
    <div className="grid gap-5 xl:sticky xl:top-20">
      <h2 className="text-section">Is this still true?</h2>
      {failure && (
        <Notice
          tone="error"
          action={
            failure.code === "CONFLICT" && (
              <Button size="s" onClick={() => void lookAgain()}>
                Look again
              </Button>
            )
          }
        >
          {failure.message}
        </Notice>
      )}
      <Field label="Note" hint="Kept in the history with your decision.">
        <TextArea
          value={note}
          rows={2}
          maxLength={MAX_DECISION_NOTE}
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
      <NewTasks tasks={tasks} onTasks={setTasks} today={today} />
      {version !== null && changes.length > 0 && (
        <Field label="Why did it change?" hint="For publishing.">
          <Select options={REASON_OPTIONS} value={reason} onValueChange={setReason} />
        </Field>
      )}
      <div className="grid gap-2">
        {button("still-true", "Still true", isPublishable ? undefined : "primary")}
        {button("published", `Publish ${next}`, isPublishable ? "primary" : undefined)}
        {button("changes-asked", "Ask for changes")}
        {button("retired", "Retire")}
      </div>
      <p className="text-small text-ink-3">
        {nextDueOn === null
          ? "No next review follows from its cadence."
          : `Next review moves to ${localDayText(nextDueOn, today)} when it is confirmed or published.`}
      </p>
      <StillTrueKey {...key} />
    </div>
  );
}

/** "v3 is confirmed. The next review is on 28 Feb." */
function decidedWords({ result, number, dueOn }: DecidedHere, today: string): string {
  const until = dueOn === null ? "" : ` The next review is on ${localDayText(dueOn, today)}.`;
  switch (result) {
    case "still-true":
      return `v${number} is confirmed.${until}`;
    case "published":
      return `v${number} is published.${until}`;
    case "changes-asked":
      return "Changes are asked for, and those who answer for it are told.";
    case "retired":
      return "It is retired. It stays readable.";
  }
}
