import type { DocumentHead } from "../document-contract";
import type { KindName } from "./use-document-api";

/** What every dialog of a document's menu is told. */
export interface DocumentDialogProps {
  readonly kind: KindName;
  readonly document: DocumentHead;
  readonly open: boolean;
  readonly onClose: () => void;
}
