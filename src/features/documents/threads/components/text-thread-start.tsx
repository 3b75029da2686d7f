"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Button } from "@/ui/button";
import { Field, TextArea } from "@/ui/field";
import { toast } from "@/ui/toast";
import { MAX_PROPOSAL, proposalBlock, shortQuote } from "../text-thread-rules";
import { ThreadComposer } from "./thread-composer";
import type { SelectedWords } from "./threads-context";
import { useThreadsRefresh } from "./use-threads-refresh";

interface TextThreadStartProps {
  readonly documentId: string;
  readonly words: SelectedWords;
  /** Null for the draft. */
  readonly version: number | null;
  readonly onStarted: (threadId: string) => void;
}

/** The first comment on selected words, with others in their place for who may suggest them. */
export function TextThreadStart({ documentId, words, version, onStarted }: TextThreadStartProps) {
  const { id: workspaceId, may } = useWorkspace();
  const trpc = useTRPC();
  const refresh = useThreadsRefresh();
  const start = useMutation(trpc.threads.startInText.mutationOptions());
  const [proposal, setProposal] = useState<string | null>(null);
  const { quote, selected, positions } = words;
  const mayPropose = may("draft.suggest") && version === null && !proposalBlock({ selected, proposal: "\n" });
  const isSame = proposal !== null && proposalBlock({ selected, proposal }) !== null;
  return (
    <>
      <blockquote dir="auto" className="mx-4 mt-3 border-s-2 ps-3 font-display text-ink-2 italic wrap-anywhere">
        {shortQuote(quote)}
      </blockquote>
      <ThreadComposer
        draftKey={`${documentId}:words:${quote.slice(0, 80)}`}
        label="New thread"
        placeholder={proposal === null ? "Say what you think. @ mentions somebody." : "Say why, if you like."}
        action={proposal === null ? "Comment" : "Propose"}
        isOnDraft={version === null}
        isEnough={proposal !== null && !isSame}
        hint={
          version === null ? "Seen by those who read drafts." : `On v${version}. Seen by everybody in the workspace.`
        }
        onSend={async (body) => {
          const { threadId, isAnchored } = await start.mutateAsync({
            workspaceId,
            documentId,
            version,
            quote,
            positions,
            body,
            proposal: isSame ? null : proposal,
          });
          if (!isAnchored && version === null) {
            toast("The words were changed or removed meanwhile. Your comment is kept with them.");
          }
          await refresh();
          onStarted(threadId);
        }}
      >
        {mayPropose && proposal === null && (
          <div>
            <Button size="s" variant="ghost" className="-ms-2" onClick={() => setProposal(quote)}>
              Propose other words
            </Button>
          </div>
        )}
        {proposal !== null && (
          <Field
            label="In their place"
            hint={proposal.trim() === "" ? "Nothing: the words are to go." : "An editor accepts it or not."}
          >
            <TextArea
              rows={2}
              autoFocus
              maxLength={MAX_PROPOSAL}
              value={proposal}
              onChange={(event) => setProposal(event.target.value)}
            />
          </Field>
        )}
      </ThreadComposer>
    </>
  );
}
