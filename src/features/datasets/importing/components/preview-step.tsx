"use client";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { LiveRegion } from "@/ui/live-region";
import { Notice } from "@/ui/notice";
import { PageTitle } from "@/ui/page";
import { Section } from "@/ui/section";
import { countedText, countText, sizeText } from "../../value-words-rules";
import { formatWords } from "../column-words-rules";
import { choiceBlock, chosenDataset, dayHint } from "../dataset-choice-rules";
import { datasetNameFor } from "../file-name-rules";
import type { ImportDetails } from "../import-contract";
import type { DetectedFile, FileFormat } from "../import-plan-rules";
import {
  finishedPlan,
  planBlocks,
  planHints,
  proposeAgain,
  proposeAsLastTime,
  proposePlan,
  reviseColumn,
  withSubject,
} from "../plan-edit-rules";
import { ColumnsPreview } from "./columns-preview";
import { DatasetChoiceFields } from "./dataset-choice";
import { DayFields } from "./day-fields";
import { FileReading } from "./file-reading";
import { LastTime } from "./last-time";
import { StartArea } from "./start-area";
import { SubjectFields } from "./subject-fields";
import { type PlanWork, usePlanWork } from "./use-plan-work";
import { useUploadActs } from "./use-upload-acts";

interface PreviewStepProps {
  readonly details: ImportDetails;
  readonly detected: DetectedFile;
  readonly into: string | null;
}

const today = () => new Date().toISOString().slice(0, 10);

/** The file as it will be read, everything of which can be corrected before anything is stored. */
export function PreviewStep({ details, detected, into }: PreviewStepProps) {
  const { id: workspaceId, timeZone } = useWorkspace();
  const trpc = useTRPC();
  const { data: datasets } = useSuspenseQuery(trpc.datasets.list.queryOptions({ workspaceId }));
  const { data: usualDays } = useSuspenseQuery(trpc.policies.newDatasetDays.queryOptions({ workspaceId }));
  const { remembered } = details;
  const zone = remembered?.plan.timeZone ?? timeZone;
  const [{ draft, choice, isAsLastTime }, setWork] = usePlanWork(details.id, detected, (): PlanWork => {
    const wanted = into ?? details.dataset?.id ?? remembered?.dataset?.id ?? null;
    return {
      draft: details.plan
        ? proposeAgain(detected, details.plan)
        : proposePlan(detected, { today: today(), timeZone: zone }),
      choice: {
        into: datasets.some(({ id }) => id === wanted) ? wanted : null,
        name: datasetNameFor(details.fileName),
        purpose: "",
        retentionDays: usualDays,
      },
      isAsLastTime: false,
    };
  });
  const [tries, setTries] = useState(0);
  const isTried = tries > 0;
  const told = useRef<HTMLDivElement>(null);

  // What is missing is told where it can be read at once, and again with each try.
  useEffect(() => {
    if (tries > 0) told.current?.focus();
  }, [tries]);
  const { lookAgain, start, discard } = useUploadActs(details, (found) =>
    setWork((work) => ({
      ...work,
      isAsLastTime: false,
      draft: proposePlan(found, { today: today(), timeZone: work.draft.plan.timeZone }),
    })),
  );

  const revise = (change: (work: PlanWork["draft"]) => PlanWork["draft"]) =>
    setWork((work) => ({ ...work, draft: change(work.draft) }));
  const blocks = planBlocks(draft, detected);
  const missing = choiceBlock(choice);
  const problems = [...blocks, ...(missing === null ? [] : [{ column: null, text: missing }])];
  const kept = draft.plan.columns.filter(({ role }) => role !== "drop").length;
  const isBusy = lookAgain.isPending || start.isPending;

  const begin = () => {
    setTries(tries + 1);
    if (isBusy || problems.length > 0) return;
    start.mutate({
      workspaceId,
      importId: details.id,
      plan: asSent(finishedPlan(draft)),
      dataset: chosenDataset(choice),
    });
  };

  return (
    <form
      noValidate
      className="grid grid-cols-1 gap-9"
      aria-busy={lookAgain.isPending}
      onSubmit={(event) => {
        event.preventDefault();
        begin();
      }}
    >
      <div className="-mb-9">
        <PageTitle
          eyebrow="Is this how it should be read?"
          title={details.fileName}
          description={`${formatWords(detected.format)}, ${sizeText(details.bytes)}, ${detected.isRowsExact ? "" : "about "}${countedText(detected.rows, "row")}, ${countedText(detected.columns.length, "column")}. Nothing is stored before you say so.`}
        >
          {details.state === "uploaded" && (
            <Button pending={discard.isPending} onClick={() => discard.mutate({ workspaceId, importId: details.id })}>
              Delete this file
            </Button>
          )}
        </PageTitle>
      </div>
      {remembered && (
        <LastTime
          remembered={remembered}
          isUsed={isAsLastTime}
          onUse={(isUsed) =>
            setWork((work) => ({
              choice:
                remembered.dataset && into === null ? { ...work.choice, into: remembered.dataset.id } : work.choice,
              isAsLastTime: isUsed,
              draft: isUsed
                ? proposeAsLastTime(detected, remembered.plan, today())
                : proposePlan(detected, { today: today(), timeZone: work.draft.plan.timeZone }),
            }))
          }
        />
      )}
      {detected.notes.length > 0 && (
        <Notice>
          <ul className="grid gap-1">
            {detected.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Section
        title="Columns"
        hint="Press a name to say what the column is. What isn’t needed is left out and never stored."
        action={
          <span className="text-small text-ink-3 tabular-nums">
            {countText(kept)} of {countText(detected.columns.length)} kept
          </span>
        }
      >
        <div className="grid grid-cols-1 gap-4">
          <FileReading
            detected={detected}
            onFormat={(format: FileFormat) =>
              !isBusy && lookAgain.mutate({ workspaceId, importId: details.id, format })
            }
          />
          <LiveRegion>{lookAgain.isPending ? "Looking at the file again…" : ""}</LiveRegion>
          {lookAgain.isError && <Notice tone="error">{refusal(lookAgain.error).message}</Notice>}
          <div className={lookAgain.isPending ? "opacity-50" : undefined}>
            <ColumnsPreview
              detected={detected}
              draft={draft}
              onRevise={(name, change) => revise((before) => reviseColumn(before, name, change))}
            />
          </div>
        </div>
      </Section>
      <Section title="What a row is" hasLine>
        <SubjectFields
          draft={draft}
          detected={detected}
          onSubject={(subject) => revise((before) => withSubject(before, detected, subject))}
          onCancelled={(isLeftOut) =>
            revise((before) => ({
              ...before,
              plan: { ...before.plan, cancelled: isLeftOut ? detected.cancelled : null },
            }))
          }
        />
      </Section>
      <Section title="Which day it is in the data" hasLine>
        <DayFields
          asOf={draft.plan.asOf}
          timeZone={draft.plan.timeZone}
          isMissing={isTried && blocks.some(({ text }) => text.includes("which day"))}
          hint={dayHint(
            draft.plan.asOf,
            datasets.find(({ id }) => id === choice.into),
          )}
          onChange={(change) => revise((before) => ({ ...before, plan: { ...before.plan, ...change } }))}
        />
      </Section>
      <Section title="Where it goes" hasLine>
        <DatasetChoiceFields
          datasets={datasets}
          choice={choice}
          isTried={isTried}
          onChoice={(next) => setWork((work) => ({ ...work, choice: next }))}
        />
      </Section>
      <StartArea
        ref={told}
        detected={detected}
        hints={planHints(draft)}
        problems={problems}
        isTried={isTried}
        pending={start.isPending}
        error={start.error}
      />
    </form>
  );
}

/** The wire wants lists of its own. */
function asSent(plan: ReturnType<typeof finishedPlan>) {
  return {
    ...plan,
    columns: plan.columns.map((column) => ({
      ...column,
      yes: [...column.yes],
      no: [...column.no],
      missing: [...column.missing],
    })),
  };
}
