// Server components ask the same routers by a direct call, and hand what they got to the browser's cache.
import "server-only";
import {
  dehydrate,
  type FetchInfiniteQueryOptions,
  type FetchQueryOptions,
  HydrationBoundary,
  type QueryKey,
} from "@tanstack/react-query";
import { TRPCError } from "@trpc/server";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { notFound } from "next/navigation";
import { cache, type ReactNode } from "react";
import { makeQueryClient } from "@/trpc/query-client";
import { requestContext } from "./caller";
import { appRouter } from "./root";

const requestQueryClient = cache(makeQueryClient);

/** Query options for `prefetch`, by the same names as in the browser. */
export const trpc = createTRPCOptionsProxy({ ctx: requestContext, router: appRouter, queryClient: requestQueryClient });

/** Starts a query without waiting; its answer streams to the browser inside `HydrateClient`. */
export function prefetch<T, E, D, K extends QueryKey>(options: FetchQueryOptions<T, E, D, K>): void {
  void requestQueryClient().prefetchQuery(options);
}

/** As `prefetch`, but waits, so that the answer stands in the page as it is served. What fails is asked by the browser. */
export function prefetched<T, E, D, K extends QueryKey>(options: FetchQueryOptions<T, E, D, K>): Promise<void> {
  return requestQueryClient().prefetchQuery(options);
}

/** As `prefetch`, for the first page of a list. */
export function prefetchInfinite<T, E, D, K extends QueryKey, P>(
  options: FetchInfiniteQueryOptions<T, E, D, K, P>,
): void {
  void requestQueryClient().prefetchInfiniteQuery(options);
}

/** Waits for what the page is about: without it the page doesn't exist, and the answer says so with its status. */
export async function need<T, E, D, K extends QueryKey>(options: FetchQueryOptions<T, E, D, K>): Promise<D> {
  try {
    return await requestQueryClient().fetchQuery(options);
  } catch (error) {
    if (error instanceof TRPCError && (error.code === "NOT_FOUND" || error.code === "BAD_REQUEST")) notFound();
    throw error;
  }
}

export function HydrateClient({ children }: { readonly children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(requestQueryClient())}>{children}</HydrationBoundary>;
}
