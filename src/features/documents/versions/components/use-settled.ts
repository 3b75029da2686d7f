"use client";
import { type LivePage, useLivePage } from "../../bodies/components/live/live-body-context";
import type { LiveDraft } from "../../drafts/components/use-draft";

/** So long an answer to the last words is waited for, in milliseconds. */
const PATIENCE = 8_000;

/**
 * Reads the draft with everything that the person wrote, fields and prose, for who is about to freeze it. Answers null
 * when some of it is not saved.
 */
export function useSettled(draft: LiveDraft): () => ReturnType<LiveDraft["readSettled"]> {
  const page = useLivePage();
  return async () => ((await isSaved(page)) ? draft.readSettled() : null);
}

/** Resolves as soon as the server has acknowledged every word, false if it doesn't in time. */
function isSaved(page: LivePage | null): Promise<boolean> {
  const isDone = () => (page?.store.read().state?.unsavedSince ?? null) === null;
  if (!page || isDone()) return Promise.resolve(true);
  const { store } = page;
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      stop();
      resolve(isDone());
    };
    const timer = setTimeout(end, PATIENCE);
    const stop = store.subscribe(() => isDone() && end());
  });
}
