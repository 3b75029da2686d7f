"use client";
import { useMutation } from "@tanstack/react-query";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { ThreadComposer } from "./thread-composer";
import { useThreadsRefresh } from "./use-threads-refresh";

interface ThreadStartProps {
  readonly documentId: string;
  readonly place: string | null;
  /** Null for the draft. */
  readonly version: number | null;
  readonly onStarted: (threadId: string) => void;
}

/** The first comment of a new thread; says who will be able to read it. */
export function ThreadStart({ documentId, place, version, onStarted }: ThreadStartProps) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const refresh = useThreadsRefresh();
  const start = useMutation(trpc.threads.start.mutationOptions());
  return (
    <ThreadComposer
      draftKey={`${documentId}:${place ?? ""}`}
      label="New thread"
      placeholder="Say what you think. @ mentions somebody."
      action="Comment"
      isOnDraft={version === null}
      hint={version === null ? "Seen by those who read drafts." : `On v${version}. Seen by everybody in the workspace.`}
      onSend={async (body) => {
        const { threadId } = await start.mutateAsync({ workspaceId, documentId, place, version, body });
        await refresh();
        onStarted(threadId);
      }}
    />
  );
}
