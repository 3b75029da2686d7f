"use client";
import { SavedState } from "@/ui/saved-state";
import { useLiveWords } from "../../bodies/components/live/use-live-words";
import type { LiveDraft } from "./use-draft";

interface DraftSavedStateProps {
  readonly draft: LiveDraft;
  /** Who only reads is told of the text alone, and only when something is wrong. */
  readonly canEdit: boolean;
}

/** Whether what one typed is on the server: in the fields and in the text together, the worse of the two. */
export function DraftSavedState({ draft, canEdit }: DraftSavedStateProps) {
  const { state, trouble } = draft.save;
  const live = useLiveWords();
  const retry = () => {
    void draft.flush();
    live?.tryNow();
  };
  if (live?.state === "unsaved")
    return <SavedState state="unsaved" reason={live.reason} onRetry={live.isFinal ? undefined : retry} />;
  if (state === "offline") {
    return (
      <SavedState
        state="unsaved"
        reason={`${trouble ?? "The server can't be reached."} Your changes are kept here and sent as soon as they can be.`}
        onRetry={retry}
      />
    );
  }
  if (live?.state === "offline") return <SavedState state="offline" reason={live.reason} onRetry={retry} />;
  if (!canEdit) return null;
  if (state === "refused") return <SavedState state="unsaved" />;
  return <SavedState state={live?.state === "saving" ? "saving" : state} reason={live?.reason} />;
}
