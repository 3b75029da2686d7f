// Server components ask the same routers by a direct call, and hand what they got to the browser's cache.
import "server-only";
import { dehydrate, type FetchQueryOptions, HydrationBoundary, type QueryKey } from "@tanstack/react-query";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { cookies, headers } from "next/headers";
import { cache, type ReactNode } from "react";
import { sessionCookieName } from "@/server/auth/session-cookie";
import { createCallerFactory } from "@/server/trpc/procedures";
import { makeQueryClient } from "@/trpc/query-client";
import { createContext } from "./context";
import { appRouter } from "./root";

const requestContext = cache(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return createContext({
    cookie: jar.get(sessionCookieName())?.value,
    ip: head.get("x-real-ip") ?? "",
    userAgent: head.get("user-agent") ?? "",
  });
});

const requestQueryClient = cache(makeQueryClient);

/** Query options for `prefetch`, by the same names as in the browser. */
export const trpc = createTRPCOptionsProxy({ ctx: requestContext, router: appRouter, queryClient: requestQueryClient });

/** Calls a procedure and waits: for pages that must know something before they render. */
export const caller = cache(async () => createCallerFactory(appRouter)(await requestContext()));

/** Who is signed in, or null; read once per request. */
export const currentSession = cache(async () => (await requestContext()).session());

/** Starts a query without waiting; its answer streams to the browser inside `HydrateClient`. */
export function prefetch<T, E, D, K extends QueryKey>(options: FetchQueryOptions<T, E, D, K>): void {
  void requestQueryClient().prefetchQuery(options);
}

export function HydrateClient({ children }: { readonly children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(requestQueryClient())}>{children}</HydrationBoundary>;
}
