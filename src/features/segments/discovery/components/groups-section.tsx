"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { FeaturesAnswer } from "@/features/datasets/discovery/discovery-contract";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/section";
import { usePart } from "@/ui/use-part";
import { Answered } from "./answered";
import { GroupsProgress } from "./groups-progress";
import { useGroups } from "./use-groups";

const loadFound = () => import("./groups-found-part").then((part) => part.GroupsFoundPart);
const MOST = 12;

/** Looks for groups that nobody has described yet. */
export function GroupsSection({ datasetId }: { readonly datasetId: string }) {
  const { id: workspaceId } = useWorkspace();
  const [isOpen, setOpen] = useState(false);
  const answer = useQuery({
    ...useTRPC().segments.discoverFeatures.queryOptions({ workspaceId, datasetId }),
    enabled: isOpen,
  });
  return (
    <Section
      title="Groups that nobody has described yet"
      hasLine
      hint="Customers who are alike in several columns at once. If there are no clear groups, that is the answer."
    >
      {isOpen ? (
        <Answered answer={answer}>{(features) => <Looking answer={features} />}</Answered>
      ) : (
        <Button onClick={() => setOpen(true)}>Choose what to compare</Button>
      )}
    </Section>
  );
}

function Looking({ answer: { data, features } }: { readonly answer: FeaturesAnswer }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(features.filter(({ isSuggested }) => isSuggested).map(({ id }) => id)),
  );
  const { state, look, stop } = useGroups(data);
  const Found = usePart(loadFound, state.found !== null, stop);
  const isWorking = state.event !== null;
  const problem = chosenProblem(chosen.size);
  const ids = features.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const toggle = (id: string) =>
    setChosen(new Set(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id]));
  return (
    <div className="grid gap-5">
      <fieldset className="min-w-0">
        <legend className="pb-2 font-strong">Compare customers by</legend>
        <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2 lg:grid-cols-3">
          {features.map(({ id, label, because }) => (
            <Checkbox
              key={id}
              label={<bdi>{label}</bdi>}
              hint={because ?? undefined}
              checked={chosen.has(id)}
              disabled={isWorking}
              onChange={() => toggle(id)}
            />
          ))}
        </div>
      </fieldset>
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary" disabledReason={problem} pending={isWorking} onClick={() => look(ids, null)}>
          Look for groups
        </Button>
        {isWorking && <Button onClick={stop}>Stop</Button>}
        <p className="text-small text-ink-3 tabular-nums">{chosen.size} chosen, 4 to 12 work best</p>
      </div>
      <GroupsProgress event={state.event} />
      {state.problem && <Notice tone="error">{state.problem}</Notice>}
      {state.found && Found && (
        <Found found={state.found} isWorking={isWorking} onMany={(many) => look(state.features, many)} />
      )}
    </div>
  );
}

function chosenProblem(size: number): string | undefined {
  if (size < 2) return "Choose at least two columns.";
  return size > MOST ? `Choose up to ${MOST} columns.` : undefined;
}
