"use client";
import type { DocumentHead } from "../document-contract";
import { DeleteDialog } from "./delete-dialog";
import { OwnerDialog } from "./owner-dialog";
import { RetireDialog } from "./retire-dialog";
import type { KindName } from "./use-document-api";
import { VerifiersDialog } from "./verifiers-dialog";

export type DocumentAct = "owner" | "verifiers" | "retire" | "delete";

export interface DocumentDialogProps {
  readonly kind: KindName;
  readonly document: DocumentHead;
  readonly open: boolean;
  readonly onClose: () => void;
}

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
