"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { refusal } from "@/trpc/refusal";
import { applyEdits, type Edit } from "../edit-rules";
import type { DocumentContent } from "../field-rules";
import { DraftQueue, type QueueSnapshot, withUnsent } from "./draft-queue";
import { type KindName, useDocumentApi } from "./use-document-api";

/** How often the draft is looked at for other people's edits, in milliseconds. */
const LOOK_AGAIN = 4_000;

export interface LiveDraft {
  /** The server's content with this person's unsent edits on top. */
  readonly content: DocumentContent;
  /** The revision that `content` shows once everything is sent. */
  readonly revision: number;
  readonly basedOn: number | null;
  readonly save: QueueSnapshot;
  edit(edit: Edit): void;
  /** Sends what waits; false when something could not be saved. */
  flush(): Promise<boolean>;
  dismissRefusal(): void;
}

/** The draft of one document, edited optimistically; null while it loads or for people who may not read drafts. */
export function useDraft(
  kind: KindName,
  target: { readonly workspaceId: string; readonly documentId: string },
  mayRead: boolean,
): LiveDraft | null {
  const api = useDocumentApi(kind);
  const queryClient = useQueryClient();
  const query = useQuery(api.draft.queryOptions(target, { enabled: mayRead, refetchInterval: LOOK_AGAIN }));
  const { mutateAsync } = useMutation(api.edit.mutationOptions());

  // The queue outlives renders; what it calls is read anew each time.
  const send = useRef<(batch: { batchId: string; edits: readonly Edit[] }) => Promise<void>>(null);
  useEffect(() => {
    send.current = async ({ batchId, edits }) => {
      const key = api.draft.queryKey(target);
      const answer = await mutateAsync({ ...target, batchId, edits: [...edits] });
      // A look that started before this write would bring back the content of before.
      await queryClient.cancelQueries({ queryKey: key });
      const old = queryClient.getQueryData(key);
      if (old?.revision === answer.revision - 1) {
        const content = applyEdits(old.content, answer.edits as readonly Edit[]);
        queryClient.setQueryData(key, { ...old, content, revision: answer.revision });
      } else if (old && old.revision < answer.revision) await queryClient.invalidateQueries({ queryKey: key });
      // The head tells whether anything waits to be published; it is read again without waiting for it.
      void queryClient.invalidateQueries({ queryKey: api.get.queryKey(target) });
    };
  });
  const [queue] = useState(() => new DraftQueue({ send: async (batch) => send.current?.(batch), explain: refusal }));
  const save = useSyncExternalStore(queue.subscribe, queue.read, queue.read);
  useLeaveGuard(save.unsent.length > 0, queue);

  const draft = query.data;
  return useMemo(() => {
    if (!draft) return null;
    return {
      content: withUnsent(draft.content, save.unsent),
      revision: draft.revision,
      basedOn: draft.basedOn,
      save,
      edit: (edit) => queue.add(edit),
      flush: () => queue.flush(),
      dismissRefusal: () => queue.dismissRefusal(),
    };
  }, [draft, save, queue]);
}

/** Asks before a tab with unsent edits closes, and sends at once when it is hidden or comes back online. */
function useLeaveGuard(hasUnsent: boolean, queue: DraftQueue): void {
  useEffect(() => {
    const send = () => void queue.flush();
    window.addEventListener("online", send);
    document.addEventListener("visibilitychange", send);
    return () => {
      window.removeEventListener("online", send);
      document.removeEventListener("visibilitychange", send);
      send();
    };
  }, [queue]);
  useEffect(() => {
    if (!hasUnsent) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [hasUnsent]);
}
