// Composes the routers of the features. The browser knows this file by type only.
import { workspaceRouter } from "@/features/workspaces/workspace-router";
import { documentRouter } from "@/features/documents/document-router";
import { personaRouter } from "@/features/personas/persona-router";
import { segmentRouter } from "@/features/segments/segment-router";
import { router } from "@/server/trpc/procedures";

export const appRouter = router({
  documents: documentRouter,
  segments: segmentRouter,
  personas: personaRouter,

  workspaces: workspaceRouter,
});
export type AppRouter = typeof appRouter;
