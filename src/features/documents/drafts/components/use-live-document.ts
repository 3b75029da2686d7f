"use client";
import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPCClient } from "@/trpc/client";
import { placeAround } from "../../sheet/components/place-frame";
import type { LiveEvent } from "../live-contract";
import type { DraftSession } from "./draft-session";
import { LiveConnection } from "./live-connection";
import { PresenceStore } from "./presence-store";

/** One says that one is still there so often, in milliseconds; three times within what counts as gone. */
const STILL_HERE = 5_000;
/** Several parts changed by one act are read anew together. */
const SETTLE = 100;
/** Read anew only when the draft as a whole became another one, since edits are told one by one. */
const PARTS_OF_DRAFT: readonly string[] = ["document", "versions"];

interface LiveDocument {
  /** Whether everything that others do arrives at once. */
  readonly isLive: boolean;
  readonly presence: PresenceStore;
}

/** Keeps a document's page up with what others do, and tells them where this person is. */
export function useLiveDocument(
  target: { readonly workspaceId: string; readonly documentId: string },
  session: DraftSession,
): LiveDocument {
  const { workspaceId, documentId } = target;
  const { may, personId } = useWorkspace();
  const hasDraft = may("draft.read");
  const queryClient = useQueryClient();
  const router = useRouter();
  const [page] = useState(() => crypto.randomUUID());
  const [presence] = useState(() => new PresenceStore());
  const [isLive, setLive] = useState(false);

  useEffect(() => {
    let settling: ReturnType<typeof setTimeout> | undefined;
    let withDraft = false;
    const readAnew = (part: string) => {
      withDraft ||= PARTS_OF_DRAFT.includes(part);
      settling ??= setTimeout(() => {
        const isStale = ({ queryKey }: { queryKey: QueryKey }) => concerns(queryKey, documentId, withDraft);
        settling = undefined;
        withDraft = false;
        void queryClient.invalidateQueries({ predicate: isStale });
      }, SETTLE);
    };
    const onEvent = (event: LiveEvent) => {
      if (event.type === "edits") session.take(event);
      else if (event.type === "changed") readAnew(event.part);
      else if (event.type === "lost") readAnew("document");
      else if (event.type === "left") presence.forget(event.page);
      else if (event.person.id !== personId) presence.hear(event.page, event.person, event.place);
    };
    let wasLive = false;
    const onLive = (isLive: boolean) => {
      setLive(isLive);
      // Edits are told from where the stream broke off; what else changed meanwhile is asked for.
      if (isLive && wasLive) readAnew("threads");
      wasLive ||= isLive;
    };
    const connection = new LiveConnection<LiveEvent>({
      subscribe: (client, handlers) => {
        const revision = hasDraft ? session.revision : null;
        return client.documents.live.subscribe({ workspaceId, documentId, page, revision }, handlers);
      },
      onEvent,
      onLive,
      onRefused: (code) => {
        // One's role has changed, or the document is gone: the page is asked for anew, and says so.
        if (code === "CONFLICT") router.refresh();
        readAnew("document");
      },
    });
    const stop = connection.start();
    const looking = setInterval(() => presence.look(), STILL_HERE);
    return () => {
      clearInterval(looking);
      clearTimeout(settling);
      stop();
    };
  }, [workspaceId, documentId, page, personId, hasDraft, session, presence, queryClient, router]);

  usePlaceTelling({ workspaceId, documentId, page }, isLive && hasDraft);
  return { isLive, presence };
}

/** Whether a query is about the document; versions never change. */
function concerns(queryKey: QueryKey, documentId: string, withDraft: boolean): boolean {
  const [path, options] = queryKey as [(readonly string[])?, { input?: { documentId?: string } }?];
  const procedure = path?.at(-1);
  if (options?.input?.documentId !== documentId || procedure === "version") return false;
  return withDraft || procedure !== "draft";
}

/** Tells the others where the focus is: when it moves, and every few seconds that it is still there. */
function usePlaceTelling(
  page: { readonly workspaceId: string; readonly documentId: string; readonly page: string },
  isTelling: boolean,
): void {
  const client = useTRPCClient();
  const { workspaceId, documentId, page: id } = page;
  useEffect(() => {
    if (!isTelling) return;
    let told: string | null | undefined;
    let moving: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      if (document.visibilityState === "hidden") return;
      told = placeAround(document.activeElement);
      // Only a courtesy: the next one tells it again.
      client.documents.present.mutate({ workspaceId, documentId, page: id, place: told }).catch(() => {});
    };
    const move = () => {
      clearTimeout(moving);
      moving = setTimeout(() => placeAround(document.activeElement) !== told && tell(), SETTLE);
    };
    tell();
    const still = setInterval(tell, STILL_HERE);
    document.addEventListener("focusin", move);
    document.addEventListener("focusout", move);
    return () => {
      clearInterval(still);
      clearTimeout(moving);
      document.removeEventListener("focusin", move);
      document.removeEventListener("focusout", move);
    };
  }, [client, workspaceId, documentId, id, isTelling]);
}
