"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { RadioGroup } from "@/ui/choice-group";
import { DialogPart } from "@/ui/dialog-part";
import { Field, TextInput } from "@/ui/field";
import { Notice as NoticeBox } from "@/ui/notice";
import { Time } from "@/ui/time";
import { toast } from "@/ui/toast";
import { MAX_SNOOZE_REASON, MAX_SNOOZES, morningOf, snoozeChoices, snoozeUntilBlock } from "../inbox-rules";
import type { Notice } from "../notification-contract";

type Choice = "tomorrow" | "nextWeek" | "day";

/** Until when a notice is off the list, and why: whoever looks back should know what it waited for. */
export function SnoozeDialogPart({ notice, onClose }: { readonly notice: Notice; readonly onClose: () => void }) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const form = useId();
  const [choice, setChoice] = useState<Choice>("tomorrow");
  const [day, setDay] = useState("");
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  const [now] = useState(() => new Date());
  const choices = snoozeChoices(now);
  const until = choice === "day" ? morningOf(day) : choices[choice];
  const dayError = until === null ? "Choose a day." : snoozeUntilBlock(until, now);
  const reasonError = reason.trim() === "" ? "Say in a few words what it waits for." : null;
  const snooze = useMutation(
    trpc.notifications.snooze.mutationOptions({
      onSuccess: async () => {
        onClose();
        toast("Snoozed. It comes back by itself.");
        await queryClient.invalidateQueries({ queryKey: trpc.notifications.pathKey() });
      },
    }),
  );

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!until || dayError || reasonError) return;
    snooze.mutate({ workspaceId, notice: notice.id, until: until.toISOString(), reason });
  }

  return (
    <DialogPart
      open
      onOpenChange={(open) => open || onClose()}
      size="s"
      title="Snooze"
      description={
        notice.snoozes + 1 < MAX_SNOOZES
          ? "It goes off the list and comes back by itself. That can be done twice."
          : "It goes off the list and comes back by itself. It is the second and last time."
      }
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={form} variant="primary" pending={snooze.isPending}>
            Snooze
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit} className="grid gap-4">
        <RadioGroup
          legend="Until"
          value={choice}
          onValueChange={setChoice}
          choices={[
            { value: "tomorrow", label: "Tomorrow", hint: <Time at={choices.tomorrow.toISOString()} isExact /> },
            { value: "nextWeek", label: "Next week", hint: <Time at={choices.nextWeek.toISOString()} isExact /> },
            { value: "day", label: "Another day" },
          ]}
        />
        {choice === "day" && (
          <Field label="Day" error={isTried ? dayError : null}>
            <TextInput type="date" value={day} onChange={(event) => setDay(event.target.value)} />
          </Field>
        )}
        <Field label="What it waits for" error={isTried ? reasonError : null}>
          <TextInput value={reason} maxLength={MAX_SNOOZE_REASON} onChange={(event) => setReason(event.target.value)} />
        </Field>
        {snooze.error && <NoticeBox tone="error">{refusal(snooze.error).message}</NoticeBox>}
      </form>
    </DialogPart>
  );
}
