import { router, workspaceProcedure } from "@/server/trpc/procedures";
import type { DocumentKinds } from "../threads/use-cases/discussed-document";
import { previewCadence } from "./use-cases/preview-cadence";
import { readVerification, readVerificationHistory } from "./use-cases/read-verification";
import { pauseCadence, resumeCadence, setCadence } from "./use-cases/set-cadence";
import { readDefaultCadences, setDefaultCadence } from "./use-cases/set-default-cadence";
import {
  listDefaultsInput,
  pauseInput,
  previewCadenceInput,
  readVerificationInput,
  resumeInput,
  setCadenceInput,
  setDefaultCadenceInput,
  verificationHistoryInput,
} from "./verification-contract";

/** How often documents of all kinds are verified, by whom, and how it went. */
export function verificationRouter(kinds: DocumentKinds) {
  return router({
    get: workspaceProcedure("document.read")
      .input(readVerificationInput)
      .query(({ ctx, input }) => readVerification(ctx.scope, kinds, input)),
    history: workspaceProcedure("document.read")
      .input(verificationHistoryInput)
      .query(({ ctx, input }) => readVerificationHistory(ctx.scope, kinds, input)),
    preview: workspaceProcedure("document.read")
      .input(previewCadenceInput)
      .query(({ ctx, input }) => previewCadence(ctx.scope, kinds, input)),
    setCadence: workspaceProcedure("cadence.set")
      .input(setCadenceInput)
      .mutation(({ ctx, input }) => setCadence(ctx.scope, kinds, input)),
    pause: workspaceProcedure("cadence.set")
      .input(pauseInput)
      .mutation(({ ctx, input }) => pauseCadence(ctx.scope, kinds, input)),
    resume: workspaceProcedure("cadence.set")
      .input(resumeInput)
      .mutation(({ ctx, input }) => resumeCadence(ctx.scope, kinds, input)),
    defaults: workspaceProcedure("workspace.read")
      .input(listDefaultsInput)
      .query(({ ctx }) => readDefaultCadences(ctx.scope)),
    setDefault: workspaceProcedure("workspace.configure")
      .input(setDefaultCadenceInput)
      .mutation(({ ctx, input }) => setDefaultCadence(ctx.scope, input)),
  });
}
