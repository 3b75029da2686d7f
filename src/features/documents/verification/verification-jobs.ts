import { z } from "zod";
import { defineJob } from "@/server/jobs/enqueue";
import { DOCUMENT_KINDS } from "@/shared/document-kinds";

/** What holds for a kind of document, or with null for all of the workspace, is laid down anew: their due days move. */
export const cadenceChanged = defineJob(
  "verification.cadence-changed",
  z.strictObject({ workspaceId: z.uuid(), userId: z.uuid(), kind: z.enum(DOCUMENT_KINDS).nullable() }),
);

/** Somebody looked at a document and decided. Whom else it is told is known further right. */
export const documentVerified = defineJob(
  "documents.verified",
  z.strictObject({ workspaceId: z.uuid(), userId: z.uuid(), verificationId: z.int() }),
);
