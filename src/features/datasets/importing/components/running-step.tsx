"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { ButtonLink } from "@/ui/button-link";
import { Card } from "@/ui/card";
import { PageTitle } from "@/ui/page";
import { toast } from "@/ui/toast";
import { dataPath } from "../../components/data-link";
import type { ImportDetails } from "../import-contract";
import type { ImportProgress } from "../import-plan-rules";
import { rowPaceWords, shareDone } from "../progress-words-rules";
import { ProgressBar } from "./progress-bar";

const PHASES: Record<ImportProgress["phase"], string> = {
  reading: "Reading the file",
  checking: "Checking every value",
  writing: "Putting customers together",
  counting: "Counting values",
};

/** How far the import has come. It runs on the server: the page may be left. */
export function RunningStep({ details }: { readonly details: ImportDetails }) {
  const { id: workspaceId, slug } = useWorkspace();
  const { id: importId, fileName, progress, dataset } = details;
  const trpc = useTRPC();
  const client = useQueryClient();
  const cancel = useMutation(
    trpc.datasets.cancelImport.mutationOptions({
      onError: (error) => toast(refusal(error).message, { tone: "error" }),
      onSettled: () =>
        client.invalidateQueries({ queryKey: trpc.datasets.readImport.queryKey({ workspaceId, importId }) }),
    }),
  );
  const phase = progress ? PHASES[progress.phase] : "Begins in a moment";
  const pace = progress && { done: progress.rows, total: progress.total, milliseconds: progress.milliseconds };
  return (
    <div className="max-w-[860px]">
      <PageTitle title={fileName} {...(dataset && { description: `Into ${dataset.name}` })} />
      <Card aria-label="Progress" className="grid grid-cols-1 gap-3 px-5 py-5">
        <div className="flex items-center justify-between gap-4">
          <p role="status" className="font-display text-display-20">
            {phase}
          </p>
          <Button
            icon={<X aria-hidden="true" className="size-4" />}
            pending={cancel.isPending}
            onClick={() => cancel.mutate({ workspaceId, importId })}
          >
            Cancel
          </Button>
        </div>
        <ProgressBar label={phase} share={pace && shareDone(pace)} />
        <p className="flex min-h-5 flex-wrap gap-x-4 text-small text-ink-2 tabular-nums">
          {pace && rowPaceWords(pace).map((words) => <span key={words.replace(/[\d.,]+/g, "")}>{words}</span>)}
        </p>
      </Card>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-4 text-ink-2">
        You may leave this page; the import goes on. Cancelled, it leaves nothing behind.
        <ButtonLink size="s" variant="ghost" href={dataPath(slug)}>
          To customer data
        </ButtonLink>
      </p>
    </div>
  );
}
