import type { KindName } from "@/shared/document-kinds";
import type { Field } from "../../field-rules";

/** What a kind says of itself to the page that imports it. */
export interface ImportPageProps {
  readonly kind: KindName;
  readonly fields: readonly Field[];
  /** The text that keeps what has no other place, in the words of a sentence. */
  readonly rest: { readonly place: string; readonly name: string };
  /** The line beside the name, where the kind has one. */
  readonly subtitle?: { readonly label: string; readonly max: number };
}
