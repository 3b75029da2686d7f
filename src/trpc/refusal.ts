import { TRPCClientError } from "@trpc/client";
import type { AppRouter } from "@/api/root";
import type { AppErrorCode, AppErrorDetails } from "@/shared/errors";

/** What a screen shows of a failed call. */
export interface Refusal {
  readonly code: AppErrorCode | "INTERNAL" | "OFFLINE";
  readonly message: string;
  readonly details: AppErrorDetails;
  readonly fields: Record<string, string>;
}

/** Reads any thrown value as a refusal; without an answer from the server it is OFFLINE. */
export function refusal(error: unknown): Refusal {
  if (error instanceof TRPCClientError) {
    const known = error as TRPCClientError<AppRouter>;
    if (known.data) return { ...known.data, message: known.message };
  }
  return {
    code: "OFFLINE",
    message: "The server can't be reached. Check the connection and try again.",
    details: {},
    fields: {},
  };
}
