// Sees every request end, for log and metrics, and gives each a number that its answer carries.
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { duringRequest } from "@/server/logging/current-request";
import { DOWNLOAD_PATH, UPLOAD_PATH } from "@/shared/api-convention";
import { LIVE_PATH } from "@/shared/live-convention";
import { type KnownRoutes, type NamedRoute, namedRoute } from "./request-route";

const TRANSFERS: readonly string[] = [UPLOAD_PATH, DOWNLOAD_PATH];

export interface FinishedRequest extends NamedRoute {
  /** As in the header X-Request-Id; empty for a socket. */
  readonly id: string;
  readonly method: string;
  /** 499 where the client went before there was an answer. */
  readonly status: number;
  readonly ms: number;
  /** Sent, headers included. */
  readonly bytes: number;
  /** Whether it was asked for as a stream of events. */
  readonly isStream: boolean;
  /** Whether it lasts as long as somebody listens or a file is large, which says nothing about speed. */
  readonly isLasting: boolean;
}

export interface RequestWatch {
  /** Answers within the request: what fails there is reported with its number. */
  request(request: IncomingMessage, response: ServerResponse, path: string, answer: () => void): void;
  /** A socket of live documents. */
  socket(socket: Socket): void;
}

export interface RequestObserver {
  onBegin?(isStream: boolean): void;
  onEnd(finished: FinishedRequest): void;
}

/** `observers` must not throw. */
export function requestWatch(routes: KnownRoutes, observers: readonly RequestObserver[]): RequestWatch {
  const begin = (isStream: boolean) => {
    for (const observer of observers) observer.onBegin?.(isStream);
  };
  const end = (finished: FinishedRequest) => {
    for (const observer of observers) observer.onEnd(finished);
  };
  return {
    request: (request, response, path, answer) => {
      const id = randomUUID();
      const { socket, method = "GET" } = request;
      const [began, sent] = [performance.now(), socket.bytesWritten];
      const isStream = request.headers.accept?.includes("text/event-stream") === true;
      response.setHeader("x-request-id", id);
      begin(isStream);
      response.once("close", () => {
        const status = response.headersSent ? response.statusCode : 499;
        const [ms, bytes] = [performance.now() - began, socket.bytesWritten - sent];
        const named = namedRoute(path, routes);
        const isLasting = isStream || TRANSFERS.includes(named.route);
        end({ ...named, id, method, status, ms, bytes, isStream, isLasting });
      });
      duringRequest(id, answer);
    },
    socket: (socket) => {
      const [began, sent] = [performance.now(), socket.bytesWritten];
      socket.once("close", () => {
        const [ms, bytes] = [performance.now() - began, socket.bytesWritten - sent];
        end({
          route: LIVE_PATH,
          isQuiet: false,
          id: "",
          method: "GET",
          status: 101,
          ms,
          bytes,
          isStream: false,
          isLasting: true,
        });
      });
    },
  };
}
