import type { KindName } from "@/shared/document-kinds";
import type { DocumentHead } from "../document-contract";

/** What every dialog of a document's menu is told. */
export interface DocumentDialogProps {
  readonly kind: KindName;
  readonly document: DocumentHead;
  readonly open: boolean;
  readonly onClose: () => void;
}
