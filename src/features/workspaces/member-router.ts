import { router, workspaceProcedure } from "@/server/trpc/procedures";
import {
  changeRoleInput,
  handOverInput,
  leaveWorkspaceInput,
  listMembersInput,
  member,
  removeMemberInput,
} from "./member-contract";
import { changeRole } from "./use-cases/change-role";
import { handOverWorkspace } from "./use-cases/hand-over-workspace";
import { leaveWorkspace } from "./use-cases/leave-workspace";
import { listMembers } from "./use-cases/list-members";
import { removeMember } from "./use-cases/remove-member";

export const memberRouter = router({
  list: workspaceProcedure("workspace.read")
    .input(listMembersInput)
    .output(member.array())
    .query(({ ctx }) => listMembers(ctx.scope)),

  changeRole: workspaceProcedure("member.manage")
    .input(changeRoleInput)
    .mutation(({ ctx, input }) => changeRole(ctx.scope, input)),

  remove: workspaceProcedure("member.manage")
    .input(removeMemberInput)
    .mutation(({ ctx, input }) => removeMember(ctx.scope, input)),

  leave: workspaceProcedure("workspace.leave")
    .input(leaveWorkspaceInput)
    .mutation(({ ctx }) => leaveWorkspace(ctx.scope)),

  handOver: workspaceProcedure("workspace.hand-over")
    .input(handOverInput)
    .mutation(({ ctx, input }) => handOverWorkspace(ctx.scope, input)),
});
