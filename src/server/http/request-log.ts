import { type LogLevel, log } from "@/server/logging/log";
import type { FinishedRequest, RequestObserver } from "./request-watch";

const SLOW_MS = 1_000;

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

function levelOf({ status, ms, isLasting, isQuiet }: FinishedRequest): LogLevel {
  if (ms > SLOW_MS && !isLasting) return "warn";
  // Why it failed is told by itself.
  return isQuiet && status < 500 ? "debug" : "info";
}
