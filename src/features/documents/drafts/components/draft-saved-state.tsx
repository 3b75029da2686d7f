"use client";
import { SavedState } from "@/ui/saved-state";
import type { LiveDraft } from "./use-draft";

/** Whether what one typed is on the server. */
export function DraftSavedState({ draft }: { readonly draft: LiveDraft }) {
  const { state, trouble } = draft.save;
  if (state === "offline") {
    return (
      <SavedState
        state="unsaved"
        reason={`${trouble ?? "The server can't be reached."} Your changes are kept here and sent as soon as they can be.`}
        onRetry={() => void draft.flush()}
      />
    );
  }
  return <SavedState state={state === "refused" ? "unsaved" : state} />;
}
