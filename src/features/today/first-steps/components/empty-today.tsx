"use client";
import { NewDocumentButton } from "@/features/documents/components/new-document";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import type { FirstSteps } from "../first-steps-contract";
import { isShown } from "../first-steps-rules";
import { useFirstStepsActs } from "./use-first-steps";

/** The first page of a workspace without a document, for whoever doesn't see the first steps on it. */
export function EmptyToday({ firstSteps }: { readonly firstSteps: FirstSteps | null }) {
  const { may } = useWorkspace();
  const { resume } = useFirstStepsActs();
  if (firstSteps && isShown(firstSteps)) return null;
  if (!may("draft.edit")) {
    return (
      <EmptyState title="Nothing to read yet">
        Your team hasn’t published a segment, a persona or a scenario so far. What it publishes appears here, and you
        can comment on it.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Who are your customers?"
      action={
        firstSteps?.standing === "left" ? (
          <Button variant="primary" onClick={resume}>
            Show the first steps
          </Button>
        ) : (
          <NewDocumentButton kind="segment" />
        )
      }
    >
      Begin with a segment: a group of customers you treat alike. A persona then gives it a face.
    </EmptyState>
  );
}
