"use client";
import { replaceEqualDeep, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { KindName } from "@/shared/document-kinds";
import { useTRPCClient } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { useDocumentApi } from "../../components/use-document-api";
import type { DocumentContent } from "../../field-rules";
import type { Edit } from "../edit-rules";
import { type QueueSnapshot, withUnsent } from "./draft-queue";
import { type Draft, DraftSession } from "./draft-session";
import { editKeeper } from "./kept-edits";
import type { Undone } from "./undo-stack";

/** How often the draft is looked at while no stream tells of other people's edits, in milliseconds. */
const LOOK_AGAIN = 10_000;

export interface LiveDraft {
  /** The server's content with this person's unsent edits on top. */
  readonly content: DocumentContent;
  /** The revision that `content` shows once everything is sent. */
  readonly revision: number;
  readonly basedOn: number | null;
  readonly save: QueueSnapshot;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  edit(edit: Edit): void;
  /** Takes back this person's last edit; null when there is none. */
  undo(): Undone | null;
  redo(): Undone | null;
  /** Sends what waits; false when something could not be saved. */
  flush(): Promise<boolean>;
  /** The draft as it is on the server once all of this tab is there, for who is about to freeze it; null if it isn't. */
  readSettled(): Promise<Draft | null>;
  dismissRefusal(): void;
}

interface DraftTarget {
  readonly workspaceId: string;
  readonly documentId: string;
}

/** Of this tab, by person and document. */
const sessions = new Map<string, DraftSession>();

/** The tab's session for a document; on the server one that nobody else has. */
export function useDraftSession(kind: KindName, target: DraftTarget, personId: string): DraftSession {
  const api = useDocumentApi(kind);
  const queryClient = useQueryClient();
  const client = useTRPCClient();
  const [session] = useState(() => {
    const name = `${personId}/${target.documentId}`;
    const known = sessions.get(name);
    if (known) return known;
    const key = api.draft.queryKey(target);
    const { edit, settle } = { segment: client.segments, persona: client.personas, scenario: client.scenarios }[kind];
    const isBrowser = typeof window !== "undefined";
    const made = new DraftSession(
      {
        read: () => queryClient.getQueryData(key),
        write: (draft) => void queryClient.setQueryData(key, draft),
        refetch: () => queryClient.refetchQueries({ queryKey: key, exact: true }),
        send: async ({ batchId, edits }) => {
          const answer = await edit.mutate({ ...target, batchId, edits: [...edits] });
          // The head tells whether anything waits to be published; whoever needs it next reads it again.
          void queryClient.invalidateQueries({ queryKey: api.get.queryKey(target), refetchType: "none" });
          return { revision: answer.revision, edits: answer.edits as readonly Edit[] };
        },
        settle: () => settle.mutate(target),
        explain: refusal,
      },
      isBrowser ? editKeeper(personId, target.documentId) : { keep: () => {}, adopt: async () => {} },
    );
    if (isBrowser) sessions.set(name, made);
    return made;
  });
  return session;
}

/** The draft of one document, edited optimistically; null while it loads or for people who may not read drafts. */
export function useDraft(
  kind: KindName,
  target: DraftTarget,
  session: DraftSession,
  { mayRead, isLive }: { readonly mayRead: boolean; readonly isLive: boolean },
): LiveDraft | null {
  const api = useDocumentApi(kind);
  const { data: draft } = useQuery(
    api.draft.queryOptions(target, {
      enabled: mayRead,
      refetchInterval: isLive ? false : LOOK_AGAIN,
      structuralSharing: newer,
    }),
  );
  const { queue } = session;
  const save = useSyncExternalStore(queue.subscribe, queue.read, queue.read);
  const canUndo = useSyncExternalStore(session.subscribe, session.canUndo, never);
  const canRedo = useSyncExternalStore(session.subscribe, session.canRedo, never);
  useSending(session);
  useEffect(() => {
    session.isLive = isLive;
    return () => {
      session.isLive = false;
    };
  }, [session, isLive]);
  useEffect(() => {
    if (draft) session.refreshed();
  }, [session, draft]);

  return useMemo(() => {
    if (!draft) return null;
    return {
      content: withUnsent(draft.content, save.unsent),
      revision: draft.revision,
      basedOn: draft.basedOn,
      save,
      canUndo,
      canRedo,
      edit: session.edit,
      undo: session.undo,
      redo: session.redo,
      flush: () => queue.flush(),
      readSettled: () => session.readSettled(),
      dismissRefusal: () => queue.dismissRefusal(),
    };
  }, [draft, save, canUndo, canRedo, queue, session]);
}

const never = () => false;

/** What was on its way when somebody else's edit was put on is older than it. */
function newer(before: unknown, now: unknown): unknown {
  const [old, next] = [before as Draft | undefined, now as Draft];
  return old && old.revision > next.revision ? old : replaceEqualDeep(before, now);
}

/** Takes over what closed tabs left, and sends at once when the tab is hidden, left or back online. */
function useSending(session: DraftSession): void {
  useEffect(() => {
    const send = () => void session.queue.flush();
    void session.adopt();
    window.addEventListener("online", send);
    document.addEventListener("visibilitychange", send);
    return () => {
      window.removeEventListener("online", send);
      document.removeEventListener("visibilitychange", send);
      send();
    };
  }, [session]);
}
