import { z } from "zod";
import { defineJob } from "@/server/jobs/enqueue";
import { DOCUMENT_KINDS } from "@/shared/document-kinds";

/** A version was published by this person: what its kind makes of it is done after the fact, however long it takes. */
export const versionPublished = defineJob(
  "documents.version-published",
  z.strictObject({
    workspaceId: z.uuid(),
    userId: z.uuid(),
    documentId: z.uuid(),
    kind: z.enum(DOCUMENT_KINDS),
    number: z.int().min(1),
  }),
);
