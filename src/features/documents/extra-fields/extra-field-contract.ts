// Fields and sections that a workspace adds to its documents, as they cross the wire.

import { z } from "zod";
import { DOCUMENT_KINDS, type KindName } from "@/shared/document-kinds";
import { line, requiredLine } from "@/shared/text-schemas";
import { workspaceInput } from "@/shared/workspace-input";
import {
  EXTRA_FIELD_SHAPES,
  type ExtraFieldShape,
  MAX_EXTRA_FIELDS,
  MAX_EXTRA_HINT,
  MAX_EXTRA_LABEL,
} from "./extra-field-rules";

const kind = z.enum(DOCUMENT_KINDS);
const label = requiredLine(MAX_EXTRA_LABEL);
const hint = line(MAX_EXTRA_HINT);
const fieldId = z.uuid();

export const listExtraFieldsInput = workspaceInput({});
export const addExtraFieldInput = workspaceInput({
  kind,
  shape: z.enum(Object.keys(EXTRA_FIELD_SHAPES) as [ExtraFieldShape, ...ExtraFieldShape[]]),
  label,
  hint,
});
export const changeExtraFieldInput = workspaceInput({ fieldId, label, hint });
export const extraFieldInput = workspaceInput({ fieldId });
/** All fields of the kind that are offered, in their new order. */
export const orderExtraFieldsInput = workspaceInput({ kind, fieldIds: z.array(fieldId).min(1).max(MAX_EXTRA_FIELDS) });

export type AddExtraFieldInput = z.output<typeof addExtraFieldInput>;
export type ChangeExtraFieldInput = z.output<typeof changeExtraFieldInput>;
export type OrderExtraFieldsInput = z.output<typeof orderExtraFieldsInput>;

export interface ExtraField {
  readonly id: string;
  readonly kind: KindName;
  readonly shape: ExtraFieldShape;
  readonly label: string;
  readonly hint: string;
  /** No longer offered; documents that use it keep it. */
  readonly isWithdrawn: boolean;
}
