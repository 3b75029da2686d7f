// The way to subscriptions: server-sent events, which browsers reconnect by themselves. Apart from the client for
// everything else, and loaded when a page first listens: most never do.
import { createTRPCClient, httpSubscriptionLink } from "@trpc/client";
import type { AppRouter } from "@/api/root";
import { API_PATH } from "@/shared/api-convention";

export const liveClient = createTRPCClient<AppRouter>({ links: [httpSubscriptionLink({ url: API_PATH })] });

export type LiveClient = typeof liveClient;
