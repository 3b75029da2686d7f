// What becomes of the connection to a live body, and what that means for the person: events in, state out.
import type { CloseReason } from "@/shared/live-convention";

export interface LiveState {
  /** `waiting` between two tries; `ended` when no further try is made without somebody asking for it. */
  readonly link: "connecting" | "synced" | "waiting" | "ended";
  readonly isOnline: boolean;
  /** Everything the server had was here at least once. */
  readonly hasSynced: boolean;
  readonly mayWrite: boolean;
  /** Since when something written here is not acknowledged, in milliseconds since 1970. */
  readonly unsavedSince: number | null;
  /** The server has said that it doesn't take what was written here. */
  readonly isDenied: boolean;
  /** Why the last connection was refused or closed; null while all is well. */
  readonly refusal: CloseReason | null;
  /** Tries without success, one after the other. */
  readonly failures: number;
  /** The copy on this device: `none` where there is to be none. */
  readonly kept: "none" | "opening" | "kept" | "failed";
  /** The copy on this device holds the text as it was once synced. */
  readonly hasCopy: boolean;
}

export type LiveEvent =
  | { readonly type: "connecting" }
  | { readonly type: "authenticated"; readonly mayWrite: boolean }
  | { readonly type: "synced" }
  | { readonly type: "wrote"; readonly at: number }
  | { readonly type: "acknowledged" }
  | { readonly type: "denied" }
  | { readonly type: "closed"; readonly reason: string }
  | { readonly type: "access"; readonly mayWrite: boolean }
  | { readonly type: "network"; readonly isOnline: boolean }
  | { readonly type: "kept"; readonly kept: LiveState["kept"]; readonly hasCopy: boolean };

export const FIRST_LIVE_STATE: LiveState = {
  link: "connecting",
  isOnline: true,
  hasSynced: false,
  mayWrite: false,
  unsavedSince: null,
  isDenied: false,
  refusal: null,
  failures: 0,
  kept: "none",
  hasCopy: false,
};

/** What no further try would change by itself. */
const FINAL: ReadonlySet<string> = new Set<CloseReason>([
  "signed-out",
  "no-access",
  "gone",
  "schema",
  "too-large",
  "foreign",
  "full",
]);
/** Of these, what somebody may have changed elsewhere: worth a look when the person comes back to the page. */
const MAY_HAVE_PASSED: ReadonlySet<string> = new Set<CloseReason>(["signed-out", "no-access", "gone"]);
const REASONS: ReadonlySet<string> = new Set<CloseReason>([
  ...(FINAL as ReadonlySet<CloseReason>),
  "crowded",
  "gap",
  "read-only",
  "unwritten",
  "unavailable",
]);

export function nextLiveState(state: LiveState, event: LiveEvent): LiveState {
  switch (event.type) {
    case "connecting":
      return { ...state, link: "connecting" };
    case "authenticated":
      return { ...state, mayWrite: event.mayWrite };
    case "synced":
      return { ...state, link: "synced", hasSynced: true, refusal: null, failures: 0, isDenied: false, isOnline: true };
    case "wrote":
      return state.unsavedSince === null ? { ...state, unsavedSince: event.at } : state;
    case "acknowledged":
      return state.unsavedSince === null && !state.isDenied ? state : { ...state, unsavedSince: null, isDenied: false };
    case "denied":
      return { ...state, isDenied: true };
    case "closed": {
      const refusal = REASONS.has(event.reason) ? (event.reason as CloseReason) : null;
      const isFinal = refusal !== null && FINAL.has(refusal);
      return {
        ...state,
        link: isFinal ? "ended" : "waiting",
        refusal,
        failures: isFinal ? 0 : state.failures + 1,
        isDenied: false,
      };
    }
    case "access":
      return state.mayWrite === event.mayWrite ? state : { ...state, mayWrite: event.mayWrite };
    case "network":
      return state.isOnline === event.isOnline ? state : { ...state, isOnline: event.isOnline };
    case "kept":
      return { ...state, kept: event.kept, hasCopy: event.hasCopy };
  }
}

const PAUSES = [400, 1_000, 2_000, 4_000, 8_000, 15_000];

/**
 * Milliseconds until the next try, or null for none. `chance` is between 0 and 1: many who were cut off together must
 * not come back together.
 */
export function retryPause(state: LiveState, chance: number): number | null {
  if (state.link !== "waiting") return null;
  const pause = PAUSES[Math.min(state.failures, PAUSES.length) - 1] ?? 15_000;
  return Math.round(pause * (0.6 + 0.8 * chance));
}

/** Whether somebody's coming back to the page is a reason to try at once. */
export function triesOnReturn(state: LiveState): boolean {
  return state.link === "waiting" || (state.link === "ended" && MAY_HAVE_PASSED.has(state.refusal ?? ""));
}

/** What the editor may be: not there, read, or written in. */
export function editorMode(state: LiveState): "none" | "read" | "write" {
  const isShut = state.refusal === "no-access" || state.refusal === "gone" || state.refusal === "schema";
  if (state.link === "ended" && isShut) return "none";
  if (!state.hasSynced) return state.hasCopy && isCutOff(state) ? "write" : "none";
  if (state.link === "ended") return "read";
  return state.mayWrite && !state.isDenied ? "write" : "read";
}

function isCutOff({ link, failures, isOnline }: LiveState): boolean {
  return !isOnline || (link !== "synced" && failures > 0);
}

interface LiveWords {
  readonly state: "saved" | "saving" | "offline" | "unsaved";
  /** Why and what to do, in words; null where the state says it all. */
  readonly reason: string | null;
}

/** After so long without an acknowledgement on an open connection, "Saving" would be a lie. */
export const LONG_UNSAVED = 30_000;

/** What the page says about the text; null when there is nothing to say. */
export function liveWords(state: LiveState, now: number): LiveWords | null {
  const { link, refusal, unsavedSince, isDenied, kept, isOnline } = state;
  const isUnsaved = unsavedSince !== null;
  const safe = kept === "kept" ? "What you wrote is kept on this device." : "Leave this page open.";
  if (link === "ended" && refusal && (isUnsaved || refusal !== "gone")) {
    return {
      state: isUnsaved ? "unsaved" : "offline",
      reason: `${ENDED[refusal] ?? ""} ${isUnsaved ? safe : ""}`.trim(),
    };
  }
  if (isDenied && isUnsaved) return { state: "unsaved", reason: "You may only read this text now." };
  if (link === "synced") {
    if (!isUnsaved) return { state: "saved", reason: keptWords(state) };
    return now - unsavedSince >= LONG_UNSAVED
      ? { state: "unsaved", reason: `The server doesn't answer. ${safe}` }
      : { state: "saving", reason: keptWords(state) };
  }
  if (refusal === "crowded") return { state: "offline", reason: "Too many people are in this text. Trying again." };
  if (!state.hasSynced && !isCutOff(state)) return null;
  if (link === "connecting" && state.failures === 0 && isOnline)
    return isUnsaved ? { state: "saving", reason: null } : null;
  if (isOnline && (refusal === "unwritten" || refusal === "unavailable")) {
    return { state: "unsaved", reason: `The server can't write just now. ${safe} Trying again.` };
  }
  if (kept === "kept") return { state: "offline", reason: null };
  return isUnsaved
    ? { state: "unsaved", reason: "Offline, and this browser keeps nothing on the device. Leave this page open." }
    : { state: "offline", reason: state.mayWrite ? keptWords(state) : "" };
}

function keptWords({ kept, mayWrite }: LiveState): string | null {
  return kept === "failed" && mayWrite ? "This browser keeps nothing on the device." : null;
}

const ENDED: Partial<Record<CloseReason, string>> = {
  "signed-out": "You are signed out. Sign in again to go on.",
  "no-access": "You may not see this draft any more.",
  gone: "This document is not here any more.",
  schema: "This page is older than the product. Reload it to go on.",
  "too-large": "Something in the text is too large to be saved.",
  foreign: "Something in the text can't be saved.",
  full: "This text has grown to the most it can hold.",
};
