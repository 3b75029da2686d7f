import { defaultShouldDehydrateQuery, QueryClient } from "@tanstack/react-query";
import { refusal } from "./refusal";

/** Cache settings shared by the browser and by the server's prefetch. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // A refusal stays one however often it is asked; only a broken connection is worth another try.
        retry: (failures, error) => ["INTERNAL", "OFFLINE"].includes(refusal(error).code) && failures < 2,
      },
      dehydrate: {
        shouldDehydrateQuery: (query) => defaultShouldDehydrateQuery(query) || query.state.status === "pending",
      },
    },
  });
}
