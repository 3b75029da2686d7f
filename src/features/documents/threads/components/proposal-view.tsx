"use client";
import { useMutation } from "@tanstack/react-query";
import { Check, X } from "lucide-react";
import { useMemo } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { newWordFinder } from "../../comparison/comparison-word-rules";
import { ComparedText } from "../../comparison/components/comparison-text";
import type { ThreadComment } from "../thread-contract";
import { useThreadsRefresh } from "./use-threads-refresh";

interface ProposalViewProps {
  readonly comment: ThreadComment;
  readonly proposal: NonNullable<ThreadComment["proposal"]>;
  /** The words in whose place it is proposed. */
  readonly quote: string;
}

/** Words that somebody proposes, marked against those that stand there, and what may be done with them. */
export function ProposalView({ comment, proposal, quote }: ProposalViewProps) {
  const { id: workspaceId, may } = useWorkspace();
  const trpc = useTRPC();
  const refresh = useThreadsRefresh();
  const decide = useMutation(trpc.threads.decideProposal.mutationOptions({ onSuccess: refresh }));
  const withdraw = useMutation(trpc.threads.withdrawProposal.mutationOptions({ onSuccess: refresh }));
  const before = quote.replace(/\s+/g, " ").trim();
  const after = proposal.text;
  const words = useMemo(() => newWordFinder()(before, after), [before, after]);
  const error = decide.error ?? withdraw.error;
  const refused = error ? refusal(error) : null;
  const now = refused?.details?.now;
  const isPending = decide.isPending || withdraw.isPending;
  const { id: commentId } = comment;
  return (
    <div className="mt-2 rounded-m border bg-sunk/50 p-3">
      <p className="mb-1 text-small text-ink-3">{after === "" ? "Proposes to remove these words" : "Proposes"}</p>
      <ComparedText sides={{ before, after, words }} shown="both" className="font-display" />
      {typeof now === "string" && (
        <div className="mt-2">
          <p className="mb-1 text-small text-ink-3">In the text now</p>
          <p dir="auto" className="font-display wrap-anywhere">
            {now}
          </p>
        </div>
      )}
      {refused && (
        <Notice tone="error" className="mt-2">
          {refused.message}
        </Notice>
      )}
      {proposal.state === "open" ? (
        <div className="mt-2.5 flex flex-wrap gap-2">
          {may("draft.edit") && (
            <>
              <Button
                size="s"
                variant="primary"
                icon={<Check aria-hidden="true" className="size-4" />}
                pending={decide.isPending && decide.variables.decision === "accepted"}
                disabledReason={isPending ? "One moment…" : undefined}
                onClick={() => decide.mutate({ workspaceId, commentId, decision: "accepted" })}
              >
                Accept
              </Button>
              <Button
                size="s"
                icon={<X aria-hidden="true" className="size-4" />}
                pending={decide.isPending && decide.variables.decision === "declined"}
                disabledReason={isPending ? "One moment…" : undefined}
                onClick={() => decide.mutate({ workspaceId, commentId, decision: "declined" })}
              >
                Decline
              </Button>
            </>
          )}
          {comment.isOwn && (
            <Button
              size="s"
              variant="ghost"
              pending={withdraw.isPending}
              disabledReason={isPending ? "One moment…" : undefined}
              onClick={() => withdraw.mutate({ workspaceId, commentId })}
            >
              Take back
            </Button>
          )}
        </div>
      ) : (
        <p className="mt-2 text-small text-ink-3">{outcome(proposal)}</p>
      )}
    </div>
  );
}

function outcome({ state, decidedBy }: ProposalViewProps["proposal"]): string {
  switch (state) {
    case "accepted":
      return `Accepted into the text by ${decidedBy}.`;
    case "declined":
      return `Declined by ${decidedBy}.`;
    default:
      return "Taken back.";
  }
}
