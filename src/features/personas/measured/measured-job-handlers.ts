import { membersMeasured } from "@/features/datasets/measures/measure-jobs";
import { scopeOfAccepted } from "@/server/access/open-scope";
import { appConnection } from "@/server/db/client";
import { inTransaction } from "@/server/db/transaction";
import { handleJob, type JobHandler } from "@/server/jobs/handler";
import { markContradicted } from "./use-cases/mark-contradicted";

export const measuredJobHandlers: readonly JobHandler[] = [
  handleJob(membersMeasured, ({ workspaceId, userId, documentId }) =>
    inTransaction(appConnection().db, async (tx) =>
      markContradicted((await scopeOfAccepted(tx, userId, workspaceId)).also("document.read"), documentId),
    ),
  ),
];
