"use client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import { EmptyState } from "@/ui/empty-state";
import { Notice } from "@/ui/notice";
import { SkeletonRows } from "@/ui/skeleton";
import { importPath } from "../../components/data-link";
import type { ImportDetails } from "../import-contract";
import { isRunning } from "../import-state-rules";
import { EndedStep } from "./ended-step";
import { LookingStep } from "./looking-step";
import { PreviewStep } from "./preview-step";
import { ReportStep } from "./report-step";
import { RunningStep } from "./running-step";

const OFTEN_MS = 700;

interface ImportStepProps {
  readonly importId: string;
  readonly into: string | null;
}

/** What is to be done about an upload, as the server says: another tab, another person or a reload see the same. */
export function ImportStep({ importId, into }: ImportStepProps) {
  const { id: workspaceId, slug } = useWorkspace();
  const trpc = useTRPC();
  const asked = useQuery(
    trpc.datasets.readImport.queryOptions(
      { workspaceId, importId },
      { refetchInterval: ({ state }) => state.data && isRunning(state.data) && OFTEN_MS },
    ),
  );
  const { data: details, error } = asked;
  if (details) {
    return (
      <>
        {error && (
          <Notice
            tone="error"
            className="mb-6"
            action={<Button onClick={() => void asked.refetch()}>Try again</Button>}
          >
            {refusal(error).message}
          </Notice>
        )}
        <Step details={details} into={into} />
      </>
    );
  }
  if (!error) return <SkeletonRows label="Loading the import…" rows={4} />;
  const { code, message } = refusal(error);
  if (code === "NOT_FOUND") {
    return (
      <EmptyState
        title="This file isn’t there any more"
        action={
          <ButtonLink href={importPath(slug)} variant="primary">
            Choose a file
          </ButtonLink>
        }
      >
        It was deleted, or waited for longer than a day. Nothing of it was stored.
      </EmptyState>
    );
  }
  return (
    <Notice tone="error" action={<Button onClick={() => void asked.refetch()}>Try again</Button>}>
      {message}
    </Notice>
  );
}

function Step({ details, into }: { readonly details: ImportDetails; readonly into: string | null }) {
  const { state, detected, problem } = details;
  const [isRevised, setRevised] = useState(false);
  switch (state) {
    case "uploading":
      return <LookingStep details={details} />;
    case "uploaded":
      if (detected) return <PreviewStep details={details} detected={detected} into={into} />;
      return problem === null ? (
        <LookingStep details={details} />
      ) : (
        <EndedStep details={details} onRevise={undefined} />
      );
    case "waiting":
    case "running":
      return <RunningStep details={details} />;
    case "done":
      return <ReportStep details={details} />;
    case "failed":
      if (detected && isRevised) return <PreviewStep details={details} detected={detected} into={into} />;
      return <EndedStep details={details} onRevise={detected ? () => setRevised(true) : undefined} />;
    case "cancelled":
      return <EndedStep details={details} onRevise={undefined} />;
  }
}
