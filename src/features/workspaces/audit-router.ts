import { router, workspaceProcedure } from "@/server/trpc/procedures";
import { auditPage, auditPerson, listAuditInput, listAuditPeopleInput } from "./audit-contract";
import { listAuditActors } from "./audit-queries";
import { listAudit } from "./use-cases/list-audit";

export const auditRouter = router({
  list: workspaceProcedure("audit.read")
    .input(listAuditInput)
    .output(auditPage)
    .query(({ ctx, input }) => listAudit(ctx.scope, input)),

  listPeople: workspaceProcedure("audit.read")
    .input(listAuditPeopleInput)
    .output(auditPerson.array())
    .query(({ ctx }) => listAuditActors(ctx.scope.tx, ctx.scope.workspaceId)),
});
