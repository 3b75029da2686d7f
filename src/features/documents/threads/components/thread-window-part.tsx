"use client";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, X } from "lucide-react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { Button, IconButton } from "@/ui/button";
import { Notice } from "@/ui/notice";
import { SheetPart } from "@/ui/sheet-part";
import { SkeletonRows } from "@/ui/skeleton";
import { TextThreadStart } from "./text-thread-start";
import { ThreadRow } from "./thread-row";
import { ThreadStart } from "./thread-start";
import { ThreadView } from "./thread-view";
import { type ThreadTarget, useThreads } from "./threads-context";

interface ThreadWindowPartProps {
  readonly target: ThreadTarget | null;
  readonly onTarget: (target: ThreadTarget | null) => void;
}

/** One thread, or the open ones at a place with a way to begin another. */
export function ThreadWindowPart({ target, onTarget }: ThreadWindowPartProps) {
  const documentId = useThreads()?.documentId ?? "";
  const label = target?.label ? `Threads on ${target.label}` : "Threads on the document";
  return (
    <SheetPart
      label={label}
      anchor={target?.anchor ?? null}
      isQuiet={target?.isQuiet}
      open={target !== null}
      onOpenChange={(isOpen) => !isOpen && onTarget(null)}
    >
      {target?.threadId && (
        <ThreadView
          key={target.threadId}
          documentId={documentId}
          threadId={target.threadId}
          start={
            target.place !== null && (
              <IconButton
                size="s"
                label="All threads here"
                icon={<ArrowLeft aria-hidden="true" className="size-4" />}
                onClick={() => onTarget({ ...target, threadId: undefined })}
              />
            )
          }
          onClose={() => onTarget(null)}
        />
      )}
      {target && !target.threadId && (
        <PlaceThreads
          target={target}
          onThread={(threadId) => onTarget({ ...target, words: undefined, threadId })}
          onClose={() => onTarget(null)}
        />
      )}
    </SheetPart>
  );
}

interface PlaceThreadsProps {
  readonly target: ThreadTarget;
  readonly onThread: (threadId: string) => void;
  readonly onClose: () => void;
}

function PlaceThreads({ target, onThread, onClose }: PlaceThreadsProps) {
  const { place, label, words } = target;
  const { id: workspaceId } = useWorkspace();
  const threads = useThreads();
  const trpc = useTRPC();
  const documentId = threads?.documentId ?? "";
  const isAny = place === null || threads?.openAt.has(place) === true;
  const query = useQuery(
    trpc.threads.list.queryOptions(
      { workspaceId, documentId, isResolved: false, place },
      { enabled: isAny && place !== null && !words },
    ),
  );
  if (!threads) return null;
  const items = place === null || words ? [] : (query.data?.items ?? []);
  return (
    <>
      <div className="flex items-center justify-between gap-2 border-b px-4 py-2">
        <h2 className="min-w-0 truncate font-semibold">{label ?? "About the whole document"}</h2>
        <IconButton size="s" label="Close" icon={<X aria-hidden="true" className="size-4" />} onClick={onClose} />
      </div>
      <div className="min-h-0 overflow-y-auto overscroll-contain">
        {query.isLoading && <SkeletonRows label="Loading threads…" rows={1} />}
        {query.error && (
          <div className="p-4">
            <Notice tone="error" action={<Button onClick={() => void query.refetch()}>Try again</Button>}>
              {refusal(query.error).message}
            </Notice>
          </div>
        )}
        {items.length > 0 && (
          <ul className="divide-y border-b">
            {items.map((item) => (
              <ThreadRow key={item.id} thread={item} isPlaceShown={false} onOpen={() => onThread(item.id)} />
            ))}
          </ul>
        )}
        {words ? (
          <TextThreadStart words={words} version={threads.version} documentId={documentId} onStarted={onThread} />
        ) : (
          <ThreadStart place={place} version={threads.version} documentId={documentId} onStarted={onThread} />
        )}
      </div>
    </>
  );
}
