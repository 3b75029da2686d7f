// Composes the routers of the features. The browser knows this file by type only.
import { router } from "@/server/trpc/procedures";

export const appRouter = router({});
export type AppRouter = typeof appRouter;
