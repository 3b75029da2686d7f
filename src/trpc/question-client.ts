// The way to questions that are asked while somebody types: one request each, which is broken off when the next one is
// asked, so that the server stops as well. As POST, since a rule may be longer than an address.
import { createTRPCClient, httpLink } from "@trpc/client";
import type { AppRouter } from "@/api/root";
import { API_HEADERS, API_PATH } from "@/shared/api-convention";

export const questionClient = createTRPCClient<AppRouter>({
  links: [httpLink({ url: API_PATH, headers: API_HEADERS, methodOverride: "POST" })],
});
