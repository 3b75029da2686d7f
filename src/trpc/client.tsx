"use client";
// The browser's way to the API: typed by the router, batched, same-origin JSON with the header that the server demands.
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import type { AppRouter } from "@/api/root";
import { API_HEADERS, API_PATH } from "@/shared/api-convention";
import { makeQueryClient } from "./query-client";

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export { useTRPC, useTRPCClient };

/** Browsers let no more than 64 kB of bodies outlive their page. */
const OUTLIVING_LENGTH = 60_000;

/** What is sent while a tab is being closed arrives all the same. */
const outlivingFetch = (input: RequestInfo | URL, init?: object): Promise<Response> => {
  // The client's own types know less of a request than the browser's do.
  const request: RequestInit = { ...init };
  const isLeaving = typeof document !== "undefined" && document.visibilityState === "hidden";
  const isShort = typeof request.body === "string" && request.body.length < OUTLIVING_LENGTH;
  return fetch(input, { ...request, keepalive: isLeaving && isShort });
};

function makeClient() {
  return createTRPCClient<AppRouter>({
    links: [httpBatchLink({ url: API_PATH, headers: API_HEADERS, maxItems: 10, fetch: outlivingFetch })],
  });
}

/** For pages that need one call and no cache, such as sign-up. */
export const api = makeClient();

let browserQueryClient: QueryClient | undefined;

function queryClient(): QueryClient {
  // On the server every request has its own, so that nobody is served another's cache.
  if (typeof window === "undefined") return makeQueryClient();
  browserQueryClient ??= makeQueryClient();
  return browserQueryClient;
}

export function ApiProvider({ children }: { readonly children: ReactNode }) {
  const client = queryClient();
  const [trpcClient] = useState(makeClient);
  return (
    <QueryClientProvider client={client}>
      <TRPCProvider trpcClient={trpcClient} queryClient={client}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
