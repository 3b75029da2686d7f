// One map from the product's refusals to tRPC's codes (and through them to HTTP).
import { type TRPCDefaultErrorShape, TRPCError } from "@trpc/server";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server/rpc";
import { ZodError } from "zod";
import { AppError, type AppErrorCode, type AppErrorDetails } from "@/shared/errors";

const TRPC_CODES = {
  UNAUTHENTICATED: "UNAUTHORIZED",
  FORBIDDEN: "FORBIDDEN",
  NOT_FOUND: "NOT_FOUND",
  INVALID: "UNPROCESSABLE_CONTENT",
  CONFLICT: "CONFLICT",
  BLOCKED: "PRECONDITION_FAILED",
  LIMIT: "TOO_MANY_REQUESTS",
  UPSTREAM: "BAD_GATEWAY",
} as const satisfies Record<AppErrorCode, TRPC_ERROR_CODE_KEY>;

export function toTrpcError(error: AppError): TRPCError {
  return new TRPCError({ code: TRPC_CODES[error.code], message: error.message, cause: error });
}

/** What a browser gets: our code and details, the field at fault, never a stack or SQL. */
export interface ErrorData {
  readonly code: AppErrorCode | "INTERNAL";
  readonly httpStatus: number;
  readonly details: AppErrorDetails;
  /** Messages by dotted path of the input's field. */
  readonly fields: Record<string, string>;
}

export function formatError({ error, shape }: { error: TRPCError; shape: TRPCDefaultErrorShape }) {
  const { httpStatus } = shape.data;
  const known = error.cause;
  if (known instanceof AppError) {
    return answer(shape, error.message, { code: known.code, httpStatus, details: known.details, fields: {} });
  }
  if (known instanceof ZodError) {
    const fields = Object.fromEntries(known.issues.map((issue) => [issue.path.join("."), issue.message]));
    const [path, message] = Object.entries(fields)[0] ?? ["", "This input can't be read."];
    const text = path ? `${path}: ${message}` : message;
    return answer(shape, text, { code: "INVALID", httpStatus, details: {}, fields });
  }
  if (httpStatus < 500) {
    return answer(shape, "This request can't be read.", { code: "INVALID", httpStatus, details: {}, fields: {} });
  }
  const text = "Something went wrong on our side. Nothing was changed; try again in a moment.";
  return answer(shape, text, { code: "INTERNAL", httpStatus, details: {}, fields: {} });
}

function answer(shape: TRPCDefaultErrorShape, message: string, data: ErrorData) {
  return { code: shape.code, message, data };
}
