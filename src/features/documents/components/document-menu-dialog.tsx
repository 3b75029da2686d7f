"use client";
import { VerifiersDialog } from "../approvals/components/verifiers-dialog";
import { DeleteDialog } from "../deletion/components/delete-dialog";
import type { DocumentDialogProps } from "./document-dialog-props";
import { OwnerDialog } from "./owner-dialog";
import { RetireDialog } from "./retire-dialog";

export type DocumentAct = "owner" | "verifiers" | "retire" | "delete";

/** The dialogs of a document's menu, loaded with the first of them. */
export function DocumentMenuDialog({ act, ...props }: DocumentDialogProps & { readonly act: DocumentAct }) {
  switch (act) {
    case "owner":
      return <OwnerDialog {...props} />;
    case "verifiers":
      return <VerifiersDialog {...props} />;
    case "retire":
      return <RetireDialog {...props} />;
    case "delete":
      return <DeleteDialog {...props} />;
  }
}
