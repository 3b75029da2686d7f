"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { roleMay } from "@/shared/permissions";
import { useTRPC } from "@/trpc/client";
import { Checkbox } from "@/ui/checkbox";
import { Field, TextInput } from "@/ui/field";
import { Section } from "@/ui/section";
import { Select } from "@/ui/select";
import type { PlanDraft } from "./plan-draft";

/** From so many on, people are found by typing. */
const MANY = 12;

interface PlanPeopleProps {
  readonly plan: PlanDraft;
  readonly change: (part: Partial<PlanDraft>) => void;
}

/** Who facilitates and who is asked to come. */
export function PlanPeople({ plan, change }: PlanPeopleProps) {
  const { id: workspaceId, personId } = useWorkspace();
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const { data: members } = useSuspenseQuery(trpc.members.list.queryOptions({ workspaceId }));
  const leaders = members.filter(({ role }) => roleMay(role, "review.plan"));
  const asked = new Set([plan.facilitatorId, ...plan.participantIds]);
  const shown = members.filter(
    ({ userId, name }) => asked.has(userId) || name.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase()),
  );
  const toggle = (userId: string, isAsked: boolean) =>
    change({
      participantIds: isAsked ? [...plan.participantIds, userId] : plan.participantIds.filter((id) => id !== userId),
    });
  return (
    <Section title="People" hint="They get an invitation that their calendar understands, and what to read ahead.">
      <div className="grid gap-5">
        <Field label="Facilitator" hint="Begins and ends the session, and keeps it going.">
          <Select
            value={plan.facilitatorId}
            onValueChange={(facilitatorId) =>
              change({ facilitatorId, participantIds: [...new Set([...plan.participantIds, facilitatorId])] })
            }
            options={[
              ...(leaders.some(({ userId }) => userId === plan.facilitatorId)
                ? []
                : [{ value: plan.facilitatorId, label: "Choose somebody" }]),
              ...leaders.map(({ userId, name }) => ({
                value: userId,
                label: userId === personId ? `${name} (you)` : name,
              })),
            ]}
          />
        </Field>
        <fieldset className="grid min-w-0 gap-1">
          <legend className="mb-2 font-strong">Asked to come</legend>
          {members.length > MANY && (
            <TextInput
              aria-label="Find people"
              placeholder="Find people by name"
              maxLength={80}
              value={text}
              onChange={(event) => setText(event.target.value)}
              className="mb-2 max-w-72"
            />
          )}
          <ul className="grid max-h-72 gap-x-6 gap-y-1 overflow-y-auto sm:grid-cols-2">
            {shown.map(({ userId, name, role }) => (
              <li key={userId}>
                <Checkbox
                  checked={asked.has(userId)}
                  disabled={userId === plan.facilitatorId}
                  onChange={(event) => toggle(userId, event.target.checked)}
                  label={
                    <>
                      <bdi>{name}</bdi>{" "}
                      <span className="text-small text-ink-3">
                        {userId === plan.facilitatorId
                          ? "facilitates"
                          : role === "viewer"
                            ? "follows, without a vote"
                            : role}
                      </span>
                    </>
                  }
                />
              </li>
            ))}
          </ul>
        </fieldset>
      </div>
    </Section>
  );
}
