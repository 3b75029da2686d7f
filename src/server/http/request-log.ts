import { type LogLevel, log } from "@/server/logging/log";
import { DOWNLOAD_PATH, UPLOAD_PATH } from "@/shared/api-convention";
import type { FinishedRequest, RequestObserver } from "./request-watch";

const SLOW_MS = 1_000;
/** Take as long as the file is large. */
const TRANSFERS: readonly string[] = [UPLOAD_PATH, DOWNLOAD_PATH];

/** One line for each finished request. Nothing in it comes from the request but its method. */
export const requestLog: RequestObserver = {
  onEnd: (finished) => {
    const level = levelOf(finished);
    if (!log().isOn(level)) return;
    const { id, method, route, calls, status, ms, bytes } = finished;
    log().write(level, "request", {
      id: id || undefined,
      method,
      route,
      calls,
      status,
      ms: Math.round(ms * 10) / 10,
      bytes,
    });
  },
};

function levelOf({ route, status, ms, isLasting, isQuiet }: FinishedRequest): LogLevel {
  if (ms > SLOW_MS && !isLasting && !TRANSFERS.includes(route)) return "warn";
  // Why it failed is told by itself.
  return isQuiet && status < 500 ? "debug" : "info";
}
