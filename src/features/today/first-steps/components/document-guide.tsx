"use client";
import { Check } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Body } from "@/features/documents/bodies/body-rules";
import { useShownBody } from "@/features/documents/bodies/components/view/shown-body";
import { useContentPart } from "@/features/documents/drafts/components/content-context";
import type { DocumentContent } from "@/features/documents/field-rules";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import { STEP_NAMES, STEP_WORDS, stepNumber } from "../first-steps-rules";
import { GUIDES } from "../guide-rules";
import { useFirstSteps, useFirstStepsActs } from "./use-first-steps";

interface DocumentGuideProps {
  readonly kind: KindName;
  readonly documentId: string;
}

/**
 * On the page of the first document of a kind: what to do here until it is worth publishing, ticked off by its content, and
 * afterwards the way to the next step. Stands below a ContentProvider. Nothing where the steps are put away.
 */
export function DocumentGuide({ kind, documentId }: DocumentGuideProps) {
  const firstSteps = useFirstSteps();
  const { may } = useWorkspace();
  const step = firstSteps?.steps.find(({ name }) => name === kind);
  const isBegun = step?.begun?.place.id === documentId;
  // Whoever did the step here is told so here; whoever comes later isn't.
  const [wasBegun, setWasBegun] = useState(isBegun);
  if (isBegun && !wasBegun) setWasBegun(true);
  if (!firstSteps || !may("draft.edit") || firstSteps.standing === "left") return null;
  if (isBegun && firstSteps.standing === "open") return <Parts kind={kind} documentId={documentId} />;
  const isDoneHere = wasBegun && step?.made?.place.id === documentId && firstSteps.standing !== "over";
  return isDoneHere ? (
    <DoneHere kind={kind} next={firstSteps.steps.find(({ state }) => state === "open")?.name} />
  ) : null;
}

function Parts({ kind, documentId }: DocumentGuideProps) {
  const { leave } = useFirstStepsActs();
  const parts: readonly { readonly label: string; readonly isDone: (content: never) => boolean }[] = GUIDES[kind];
  const stored = useContentPart((content: DocumentContent & { readonly story?: Body }) => content.story ?? null);
  // While an editor is open, the content lags behind what is written there.
  const story = useShownBody(documentId, stored);
  // As one word of ticks, so that a change of the content renders the strip again only when one of them turns.
  const ticks = useContentPart((content: DocumentContent) =>
    parts.map(({ isDone }) => (isDone({ ...content, story } as never) ? "1" : "0")).join(""),
  );
  const isReady = !ticks.includes("0");
  const { minutes } = STEP_WORDS[kind];
  return (
    <Strip kind={kind} hint={`about ${minutes} minutes`} onLeave={leave}>
      <ol className="flex flex-wrap gap-x-5 gap-y-1.5">
        {parts.map(({ label }, index) => (
          <Part key={label} number={index + 1} label={label} isDone={ticks[index] === "1"} />
        ))}
        <Part
          number={parts.length + 1}
          label={isReady ? "Publish it, at the top of the page" : "Publish"}
          isDone={false}
          isNext={isReady}
        />
      </ol>
    </Strip>
  );
}

interface PartProps {
  readonly number: number;
  readonly label: string;
  readonly isDone: boolean;
  readonly isNext?: boolean | undefined;
}

function Part({ number, label, isDone, isNext }: PartProps) {
  return (
    <li className={`flex items-center gap-2 ${isDone ? "text-ink-3" : isNext ? "font-strong" : ""}`}>
      <span
        aria-hidden="true"
        className={`grid size-5 shrink-0 place-items-center rounded-full text-[0.6875rem] font-semibold tabular-nums ${isDone ? "bg-fresh-soft text-fresh" : "border border-line-strong text-ink-2"}`}
      >
        {isDone ? <Check className="size-3" /> : number}
      </span>
      {label}
      {isDone && <span className="sr-only">, done</span>}
    </li>
  );
}

interface DoneHereProps {
  readonly kind: KindName;
  readonly next: (typeof STEP_NAMES)[number] | undefined;
}

function DoneHere({ kind, next }: DoneHereProps) {
  const { slug } = useWorkspace();
  return (
    <Strip kind={kind} hint="done">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-0 flex-[1_1_18rem] text-ink-2">
          {next
            ? `Published as version 1, which never changes. Next: ${STEP_WORDS[next].title.toLowerCase()}.`
            : "Published, and with it all five steps are done."}
        </p>
        <ButtonLink href={`/w/${slug}`} variant="primary" size="s">
          {next ? "To the next step" : "To Today"}
        </ButtonLink>
      </div>
    </Strip>
  );
}

interface StripProps {
  readonly kind: KindName;
  readonly hint: string;
  readonly onLeave?: (() => void) | undefined;
  readonly children: ReactNode;
}

function Strip({ kind, hint, onLeave, children }: StripProps) {
  const { slug } = useWorkspace();
  const title = STEP_WORDS[kind].title;
  return (
    <section aria-label="First steps" className="mb-6 grid gap-2.5 rounded-m border bg-sunk px-4 py-3 print:hidden">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="font-strong">
          {title}
          <span className="ms-2 font-normal text-ink-3">
            step {stepNumber(kind)} of {STEP_NAMES.length}, {hint}
          </span>
        </p>
        {onLeave && (
          <span className="flex gap-1">
            <ButtonLink href={`/w/${slug}`} size="s" variant="ghost">
              All steps
            </ButtonLink>
            <Button size="s" variant="ghost" onClick={onLeave}>
              Put this away
            </Button>
          </span>
        )}
      </div>
      {children}
    </section>
  );
}
