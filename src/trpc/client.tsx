"use client";
// The browser's way to the API: typed by the router, batched, same-origin JSON with the header that the server demands.
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import type { AppRouter } from "@/api/root";
import { API_HEADERS, API_PATH } from "@/shared/api-convention";
import { makeQueryClient } from "./query-client";

const { TRPCProvider, useTRPC } = createTRPCContext<AppRouter>();

export { useTRPC };

function makeClient() {
  return createTRPCClient<AppRouter>({
    links: [httpBatchLink({ url: API_PATH, headers: API_HEADERS, maxItems: 10 })],
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
