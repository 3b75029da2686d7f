"use client";
// The one file that this tab sends. It lives beside the pages: who looks at something else meanwhile doesn't break it off.
import { useSyncExternalStore } from "react";
import { API_HEADERS, UPLOAD_PATH } from "@/shared/api-convention";
import { toast } from "@/ui/toast";
import { importPath } from "../../components/data-link";
import { fileProblem } from "../file-name-rules";
import type { Uploaded } from "../upload/upload-contract";

export interface UploadTarget {
  readonly workspaceId: string;
  readonly slug: string;
  /** The dataset that gets a snapshot; a new one or an open choice without it. */
  readonly into: string | null;
}

export type UploadNow =
  | { readonly phase: "none" }
  | {
      readonly phase: "sending";
      readonly name: string;
      readonly sent: number;
      readonly bytes: number;
      readonly milliseconds: number;
    }
  | { readonly phase: "refused"; readonly name: string; readonly message: string };

const NONE: UploadNow = { phase: "none" };
const OFFLINE = "The connection was lost while the file was on its way, and nothing of it is kept. Try again.";

let now: UploadNow = NONE;
let request: XMLHttpRequest | undefined;
const listeners = new Set<() => void>();
/** The page that shows the next step by itself; without one a toast leads there. */
let arrival: ((importId: string, target: UploadTarget) => void) | undefined;

function become(next: UploadNow): void {
  now = next;
  for (const listener of listeners) listener();
}

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** Sends a file, unless one is on its way. */
export function sendFile(file: File, target: UploadTarget): void {
  if (now.phase === "sending") return;
  const problem = fileProblem(file);
  if (problem !== null) {
    become({ phase: "refused", name: file.name, message: problem });
    return;
  }
  const began = performance.now();
  const sending = (sent: number): UploadNow => ({
    phase: "sending",
    name: file.name,
    bytes: file.size,
    sent: Math.min(sent, file.size),
    milliseconds: performance.now() - began,
  });
  const sent = new XMLHttpRequest();
  request = sent;
  const end = (next: UploadNow) => {
    if (request !== sent) return;
    request = undefined;
    removeEventListener("beforeunload", warn);
    become(next);
  };
  const refuse = (message: string) => end({ phase: "refused", name: file.name, message });
  sent.upload.onprogress = ({ loaded }) => request === sent && become(sending(loaded));
  sent.onload = () => {
    const answer = answerOf(sent);
    if ("message" in answer) return refuse(answer.message);
    end(NONE);
    if (arrival) arrival(answer.importId, target);
    else announce(file.name, answer.importId, target);
  };
  sent.onerror = () => refuse(OFFLINE);
  sent.ontimeout = () => refuse(OFFLINE);
  sent.open("PUT", `${UPLOAD_PATH}/${target.workspaceId}?${new URLSearchParams({ name: file.name })}`);
  sent.setRequestHeader("content-type", "application/octet-stream");
  for (const [name, value] of Object.entries(API_HEADERS)) sent.setRequestHeader(name, value);
  addEventListener("beforeunload", warn);
  become(sending(0));
  sent.send(file);
}

function answerOf(sent: XMLHttpRequest): Uploaded | { readonly message: string } {
  try {
    const answer: unknown = JSON.parse(sent.responseText);
    if (typeof answer === "object" && answer !== null) {
      if (sent.status === 200 && "importId" in answer && typeof answer.importId === "string") {
        return { importId: answer.importId };
      }
      if ("message" in answer && typeof answer.message === "string") return { message: answer.message };
    }
  } catch {
    // No answer of ours: something on the way refused it.
  }
  return sent.status === 413
    ? { message: "The file is larger than this installation takes. Export fewer columns or a shorter time." }
    : { message: "The file couldn’t be sent. Try again in a moment." };
}

function announce(name: string, importId: string, { slug, into }: UploadTarget): void {
  const path = importPath(slug, { importId, ...(into !== null && { datasetId: into }) });
  toast(`“${name}” is uploaded.`, { action: { label: "See how it is read", onClick: () => location.assign(path) } });
}

/** Breaks off what is on its way; nothing of it stays. */
export function cancelUpload(): void {
  const broken = request;
  request = undefined;
  removeEventListener("beforeunload", warn);
  become(NONE);
  broken?.abort();
}

/** Called with what has arrived for as long as the page is there; returns the way to stop. */
export function onArrival(next: (importId: string, target: UploadTarget) => void): () => void {
  arrival = next;
  return () => {
    if (arrival === next) arrival = undefined;
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useUpload(): UploadNow {
  return useSyncExternalStore(
    subscribe,
    () => now,
    () => NONE,
  );
}
