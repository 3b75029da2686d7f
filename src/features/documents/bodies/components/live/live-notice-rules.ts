// What a person has to know and to decide about words that are not saved.
import type { LiveState } from "./live-state-rules";

interface LiveNotice {
  readonly tone: "info" | "due" | "error";
  readonly title: string;
  readonly text: string;
  readonly acts: readonly ("copy" | "discard" | "reload" | "sign-in")[];
  /** What letting go of the words is called. */
  readonly discard: string;
}

const notices = new Map<string, LiveNotice>();

/** What has to be known and decided about the words; null for nothing. Equal notices are one object. */
export function liveNotice(state: LiveState): LiveNotice | null {
  const found = noticeOf(state);
  if (!found) return null;
  const key = JSON.stringify(found);
  const known = notices.get(key) ?? found;
  notices.set(key, known);
  return known;
}

function noticeOf(state: LiveState): LiveNotice | null {
  const { link, refusal, unsavedSince, isDenied, kept } = state;
  const isUnsaved = unsavedSince !== null;
  const safe = isUnsaved
    ? kept === "kept"
      ? " What you wrote is kept on this device."
      : " Copy what you wrote first."
    : "";
  const discard = "Discard";
  if (link !== "ended") {
    if (isDenied && isUnsaved) {
      return {
        tone: "error",
        title: "Your last words were not taken",
        text: "Your role was changed while you were writing: you may only read this text now. If you may write again, they are sent by themselves.",
        acts: ["copy", "discard"],
        discard,
      };
    }
    if (refusal === "crowded") {
      return {
        tone: "due",
        title: "Too many people are in this text",
        text: "You see it as it was last saved. It opens by itself as soon as there is room.",
        acts: isUnsaved ? ["copy"] : [],
        discard,
      };
    }
    return null;
  }
  const words = isUnsaved ? (["copy", "discard"] as const) : [];
  switch (refusal) {
    case "signed-out":
      return {
        tone: "due",
        title: "You are signed out",
        text: `Sign in again to go on.${safe}`,
        acts: ["sign-in", ...(isUnsaved ? ["copy" as const] : [])],
        discard,
      };
    case "schema":
      return {
        tone: "due",
        title: "The product has been renewed",
        text: `Reload the page to go on writing.${safe}`,
        acts: ["reload", ...(isUnsaved ? ["copy" as const] : [])],
        discard,
      };
    case "no-access":
      return isUnsaved
        ? {
            tone: "error",
            title: "You may not see this draft any more",
            text: "Your last words were not taken.",
            acts: words,
            discard,
          }
        : null;
    case "gone":
      return isUnsaved
        ? {
            tone: "error",
            title: "This document is not here any more",
            text: "Your last words were not taken.",
            acts: words,
            discard,
          }
        : null;
    case "too-large":
      return refused(
        "This is too large to be saved",
        "Something you put in is larger than 1.5 MB, and nothing after it is saved. Copy what you wrote, then go back.",
      );
    case "foreign":
      return refused(
        "This can't be saved",
        "Something you put in is not known here, and nothing after it is saved. Copy what you wrote, then go back.",
      );
    case "full":
      return refused(
        "This text is full",
        "It has grown to the most it can hold, and nothing more is saved. Copy what you wrote, then go back.",
      );
    default:
      return null;
  }
}

/** What was written last is never taken: one copies it, or goes back. */
function refused(title: string, text: string): LiveNotice {
  return { tone: "error", title, text, acts: ["copy", "discard"], discard: "Go back to what is saved" };
}
