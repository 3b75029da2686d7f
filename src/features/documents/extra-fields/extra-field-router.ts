import { router, workspaceProcedure } from "@/server/trpc/procedures";
import {
  addExtraFieldInput,
  changeExtraFieldInput,
  extraFieldInput,
  listExtraFieldsInput,
  orderExtraFieldsInput,
} from "./extra-field-contract";
import {
  addExtraField,
  bringBackExtraField,
  changeExtraField,
  orderExtraFields,
  readExtraFields,
  withdrawExtraField,
} from "./use-cases/change-extra-fields";

/** Fields and sections that a workspace adds to its documents. */
export const extraFieldRouter = router({
  list: workspaceProcedure("document.read")
    .input(listExtraFieldsInput)
    .query(({ ctx }) => readExtraFields(ctx.scope)),
  add: workspaceProcedure("workspace.configure")
    .input(addExtraFieldInput)
    .mutation(({ ctx, input }) => addExtraField(ctx.scope, input)),
  change: workspaceProcedure("workspace.configure")
    .input(changeExtraFieldInput)
    .mutation(({ ctx, input }) => changeExtraField(ctx.scope, input)),
  order: workspaceProcedure("workspace.configure")
    .input(orderExtraFieldsInput)
    .mutation(({ ctx, input }) => orderExtraFields(ctx.scope, input)),
  withdraw: workspaceProcedure("workspace.configure")
    .input(extraFieldInput)
    .mutation(({ ctx, input }) => withdrawExtraField(ctx.scope, input.fieldId)),
  bringBack: workspaceProcedure("workspace.configure")
    .input(extraFieldInput)
    .mutation(({ ctx, input }) => bringBackExtraField(ctx.scope, input.fieldId)),
});
