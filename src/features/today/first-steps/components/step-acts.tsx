"use client";
import { ArrowRight, Plus, Upload } from "lucide-react";
import { useState } from "react";
import { discoverPath, importPath } from "@/features/datasets/components/data-link";
import { KIND_PLACES, reviewPath } from "@/features/documents/components/document-link";
import { NewDocumentDialog } from "@/features/documents/components/new-document";
import { useWritePersona } from "@/features/documents/links/components/use-write-persona";
import { useWriteScenario } from "@/features/documents/links/components/use-write-scenario";
import { newPlanPath } from "@/features/reviews/planning/review-link-rules";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import type { KindName } from "@/shared/document-kinds";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import type { FirstStep, FirstSteps } from "../first-steps-contract";
import type { StepName } from "../first-steps-rules";
import { thingPath } from "./step-link";
import { useFirstStepsActs } from "./use-first-steps";

interface StepActsProps {
  readonly step: FirstStep;
  readonly of: FirstSteps;
}

/** The one button that does the step, and the other way where there is one. What was begun is gone on with first. */
export function StepActs({ step, of }: StepActsProps) {
  const { slug, may } = useWorkspace();
  const { name, begun } = step;
  if (name === "review") return <ReviewActs of={of} />;
  if (!may("draft.edit")) return <p className="text-small text-ink-3">An editor of the workspace does this.</p>;
  if (begun) {
    return (
      <>
        <ButtonLink
          href={thingPath(slug, begun.place)}
          variant="primary"
          icon={<ArrowRight aria-hidden="true" className="size-4" />}
        >
          <span className="truncate">
            Go on with <bdi>{begun.title || "what was begun"}</bdi>
          </span>
        </ButtonLink>
        <span className="text-small text-ink-3">
          Begun by <bdi>{begun.by}</bdi>. Publishing it ends this step.
        </span>
      </>
    );
  }
  switch (name) {
    case "data":
      return <DataActs />;
    case "segment":
      return <SegmentActs of={of} />;
    case "persona":
      return <PersonaActs of={of} />;
    case "scenario":
      return <ScenarioActs of={of} />;
  }
}

function DataActs() {
  const { slug } = useWorkspace();
  const { goWithoutData, isDeciding } = useFirstStepsActs();
  return (
    <>
      <ButtonLink href={importPath(slug)} variant="primary" icon={<Upload aria-hidden="true" className="size-4" />}>
        Import a file
      </ButtonLink>
      <Button pending={isDeciding} onClick={() => goWithoutData(true)}>
        Go on without data
      </Button>
    </>
  );
}

interface ActsProps {
  readonly of: FirstSteps;
}

const placeOf = (of: FirstSteps, name: StepName) => of.steps.find((step) => step.name === name)?.made?.place ?? null;

function SegmentActs({ of }: ActsProps) {
  const { slug } = useWorkspace();
  const data = placeOf(of, "data");
  return (
    <>
      {data && (
        <ButtonLink href={discoverPath(slug, data.id)} variant="primary">
          Find groups in the data
        </ButtonLink>
      )}
      <NewButton kind="segment" isFirst={!data} />
    </>
  );
}

function PersonaActs({ of }: ActsProps) {
  const { isWriting, write } = useWritePersona();
  const segment = of.steps.find(({ name }) => name === "segment")?.made;
  return (
    <>
      {segment && (
        <Button variant="primary" pending={isWriting} onClick={() => write(segment.place.id)}>
          <span className="truncate">
            A persona for <bdi>{segment.title}</bdi>
          </span>
        </Button>
      )}
      <NewButton kind="persona" isFirst={!segment} />
    </>
  );
}

function ScenarioActs({ of }: ActsProps) {
  const { isWriting, write } = useWriteScenario();
  const persona = of.steps.find(({ name }) => name === "persona")?.made;
  return (
    <>
      {persona && (
        <Button variant="primary" pending={isWriting} onClick={() => write(persona.place.id)}>
          <span className="truncate">
            A scenario with <bdi>{persona.title}</bdi>
          </span>
        </Button>
      )}
      <NewButton kind="scenario" isFirst={!persona} />
    </>
  );
}

/** Opens the choice of what to start from; where something better comes first, it says so by looking quieter. */
function NewButton({ kind, isFirst }: { readonly kind: KindName; readonly isFirst: boolean }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant={isFirst ? "primary" : "plain"}
        icon={<Plus aria-hidden="true" className="size-4" />}
        onClick={() => setOpen(true)}
      >
        {isFirst ? `New ${KIND_PLACES[kind].one}` : "From a template or blank"}
      </Button>
      <NewDocumentDialog kind={kind} open={isOpen} onOpenChange={setOpen} />
    </>
  );
}

function ReviewActs({ of }: ActsProps) {
  const { slug, may } = useWorkspace();
  const made = ["persona", "segment", "scenario"] as const;
  const place = made.map((name) => placeOf(of, name)).find((one) => one?.type === "document");
  const isFirst = place?.type === "document";
  return (
    <>
      {isFirst && may("review.decide") && (
        <ButtonLink href={reviewPath(slug, place.kind, place.id)} variant="primary">
          Review the {KIND_PLACES[place.kind].one}
        </ButtonLink>
      )}
      {may("review.plan") && (
        <ButtonLink href={newPlanPath(slug)} variant={isFirst ? "plain" : "primary"}>
          Plan a session
        </ButtonLink>
      )}
    </>
  );
}
