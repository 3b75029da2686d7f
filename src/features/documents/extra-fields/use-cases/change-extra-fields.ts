// What admins do with the fields that their workspace adds. Changes queue on the workspace's row, so that limits hold.
import { lockWorkspaceFields } from "@/features/workspaces/use-cases/lock-workspace-fields";
import { recordAudit } from "@/features/workspaces/use-cases/record-audit";
import type { Scope } from "@/server/access/open-scope";
import { AppError } from "@/shared/errors";
import type {
  AddExtraFieldInput,
  ChangeExtraFieldInput,
  ExtraField,
  OrderExtraFieldsInput,
} from "../extra-field-contract";
import {
  type ExtraFieldRow,
  insertExtraField,
  listExtraFields,
  updateExtraField,
  writeWithdrawn,
} from "../extra-field-queries";
import { MAX_EXTRA_FIELDS, MAX_EXTRA_FIELDS_EVER } from "../extra-field-rules";

type Admin = Scope<"workspace.configure">;

/** Every field of the workspace, in order, withdrawn ones too: a document may still use them. */
export async function readExtraFields(scope: Scope<"document.read">): Promise<readonly ExtraField[]> {
  const rows = await listExtraFields(scope.tx, scope.workspaceId);
  return rows.map(({ id, kind, shape, label, hint, withdrawnAt }) => ({
    id,
    kind,
    shape,
    label,
    hint,
    isWithdrawn: withdrawnAt !== null,
  }));
}

async function locked(scope: Admin): Promise<readonly ExtraFieldRow[]> {
  await lockWorkspaceFields(scope);
  return listExtraFields(scope.tx, scope.workspaceId);
}

async function lockedField(scope: Admin, fieldId: string) {
  const fields = await locked(scope);
  const field = fields.find(({ id }) => id === fieldId);
  if (!field) throw new AppError("NOT_FOUND", "This field doesn't exist (any more).");
  return { field, fields };
}

const offered = (fields: readonly ExtraFieldRow[], kind: string) =>
  fields.filter((field) => field.kind === kind && field.withdrawnAt === null);

const nextPosition = (fields: readonly ExtraFieldRow[]) => Math.max(0, ...fields.map(({ position }) => position)) + 1;

function refuseDouble(fields: readonly ExtraFieldRow[], kind: string, label: string, except?: string): void {
  const isDouble = offered(fields, kind).some(
    (field) => field.id !== except && field.label.toLowerCase() === label.toLowerCase(),
  );
  if (!isDouble) return;
  throw new AppError("CONFLICT", `There is a field “${label}” already. Choose another name.`, { field: "label" });
}

function refuseFull(fields: readonly ExtraFieldRow[], kind: string): void {
  if (offered(fields, kind).length < MAX_EXTRA_FIELDS) return;
  throw new AppError("LIMIT", `A ${kind} takes up to ${MAX_EXTRA_FIELDS} added fields. Withdraw one first.`);
}

function record(
  scope: Admin,
  objectId: string,
  change: "added" | "changed" | "withdrawn" | "brought back" | "sorted",
  row: Pick<ExtraFieldRow, "kind" | "label">,
) {
  const { kind, label } = row;
  return recordAudit(scope, {
    action: "fields.changed",
    objectType: "field",
    objectId,
    details: { change, kind, label },
  });
}

/** Throws CONFLICT for a label that is taken, LIMIT when the kind has as many as it may. */
export async function addExtraField(scope: Admin, input: AddExtraFieldInput): Promise<{ readonly fieldId: string }> {
  const { kind, shape, label, hint } = input;
  const fields = await locked(scope);
  refuseFull(fields, kind);
  refuseDouble(fields, kind, label);
  if (fields.length >= MAX_EXTRA_FIELDS_EVER) {
    throw new AppError("LIMIT", "This workspace has had as many fields as it may. Bring one back and rename it.");
  }
  const position = nextPosition(fields);
  const fieldId = await insertExtraField(scope.tx, scope.workspaceId, { kind, shape, label, hint, position });
  await record(scope, fieldId, "added", input);
  return { fieldId };
}

/** A new label stands where the field is used from now on; documents that use it keep the one they have. */
export async function changeExtraField(scope: Admin, { fieldId, label, hint }: ChangeExtraFieldInput): Promise<void> {
  const { field, fields } = await lockedField(scope, fieldId);
  refuseDouble(fields, field.kind, label, fieldId);
  if (field.label === label && field.hint === hint) return;
  await updateExtraField(scope.tx, scope.workspaceId, fieldId, { label, hint });
  await record(scope, fieldId, "changed", { kind: field.kind, label });
}

/** No longer offered. Documents that use it keep it. */
export async function withdrawExtraField(scope: Admin, fieldId: string): Promise<void> {
  const { field } = await lockedField(scope, fieldId);
  if (field.withdrawnAt !== null) return;
  await writeWithdrawn(scope.tx, scope.workspaceId, fieldId, { isWithdrawn: true, position: field.position });
  await record(scope, fieldId, "withdrawn", field);
}

/** Offered again, at the end. Throws CONFLICT when its label is taken by now, LIMIT when the kind is full. */
export async function bringBackExtraField(scope: Admin, fieldId: string): Promise<void> {
  const { field, fields } = await lockedField(scope, fieldId);
  if (field.withdrawnAt === null) return;
  refuseFull(fields, field.kind);
  refuseDouble(fields, field.kind, field.label);
  const position = nextPosition(fields);
  await writeWithdrawn(scope.tx, scope.workspaceId, fieldId, { isWithdrawn: false, position });
  await record(scope, fieldId, "brought back", field);
}

/** Throws CONFLICT when the fields are not those that are offered now. */
export async function orderExtraFields(scope: Admin, { kind, fieldIds }: OrderExtraFieldsInput): Promise<void> {
  const fields = offered(await locked(scope), kind);
  const isSame = fields.length === fieldIds.length && fields.every(({ id }) => fieldIds.includes(id));
  if (!isSame) throw new AppError("CONFLICT", "Somebody changed the fields meanwhile. Look again, then sort them.");
  const first = fields[0];
  for (const [place, id] of fieldIds.entries()) {
    await updateExtraField(scope.tx, scope.workspaceId, id, { position: place + 1 });
  }
  if (first) await record(scope, first.id, "sorted", { kind, label: first.label });
}
