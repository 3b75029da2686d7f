"use client";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import { Notice } from "@/ui/notice";
import { PageTitle } from "@/ui/page";
import { dataPath, importPath } from "../../components/data-link";
import type { ImportDetails } from "../import-contract";

interface EndedStepProps {
  readonly details: ImportDetails;
  /** Back to how the file is read; undefined where that can't help. */
  readonly onRevise: (() => void) | undefined;
}

/** It was cancelled, or it didn’t work: why, and what to do. Nothing of it was stored. */
export function EndedStep({ details, onRevise }: EndedStepProps) {
  const { slug } = useWorkspace();
  const { fileName, state, problem, dataset } = details;
  const isCancelled = state === "cancelled";
  return (
    <div className="grid max-w-[860px] grid-cols-1 gap-5">
      <div className="-mb-5">
        <PageTitle title={fileName} />
      </div>
      <Notice
        tone={isCancelled ? "info" : "error"}
        title={isCancelled ? "This import was cancelled" : "This file wasn’t imported"}
      >
        {isCancelled ? "Nothing of it was stored." : (problem ?? "Something went wrong on our side.")}
        {!isCancelled && " Nothing of it was stored."}
      </Notice>
      <div className="flex flex-wrap gap-2">
        {onRevise && (
          <Button variant="primary" onClick={onRevise}>
            Change how it is read
          </Button>
        )}
        <ButtonLink
          variant={onRevise ? "plain" : "primary"}
          href={importPath(slug, dataset ? { datasetId: dataset.id } : {})}
        >
          Choose another file
        </ButtonLink>
        <ButtonLink href={dataPath(slug)}>To customer data</ButtonLink>
      </div>
    </div>
  );
}
