// What a process and the reader it started tell each other.
import type { AppErrorCode, AppErrorDetails } from "@/shared/errors";

/** Bounds of one task; DuckDB's own share is a part of them. */
export interface ReaderLimits {
  readonly memoryMegabytes: number;
  readonly threads: number;
}

export interface ReaderOrder {
  readonly task: string;
  readonly input: unknown;
  readonly limits: ReaderLimits;
}

/** Sent by the reader: that it lives, how far it is, and once how it ended. */
export type ReaderNews =
  | { readonly kind: "ready" }
  | { readonly kind: "alive" }
  | { readonly kind: "progress"; readonly progress: unknown }
  | { readonly kind: "result"; readonly result: unknown }
  | {
      readonly kind: "refusal";
      readonly code: AppErrorCode;
      readonly message: string;
      readonly details: AppErrorDetails;
    }
  | { readonly kind: "failure"; readonly message: string };

/** What a task is given beside its input. It ends by being killed, so it needs no signal. */
export interface ReaderTools<Progress = unknown> {
  readonly limits: ReaderLimits;
  readonly onProgress: (progress: Progress) => void;
}
