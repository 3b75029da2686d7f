// From what was said of a document to what its minutes keep.
import {
  type DocumentContent,
  expandFields,
  type Field,
  itemName,
  itemsAt,
  placeOf,
} from "@/features/documents/field-rules";
import { byDisagreement } from "../room/disagreement-rules";
import type { Verdict } from "../room/room-rules";
import type { MarkedStatement } from "./minutes-contract";

interface Mark {
  readonly place: string;
  readonly verdict: Verdict;
  readonly note: string;
}

interface Contents {
  readonly draft: DocumentContent;
  /** Null for what was never published. */
  readonly published: DocumentContent | null;
}

/** The statements that were marked, in their words of now. */
export function markedStatements(
  fields: readonly Field[],
  { draft, published }: Contents,
  marks: readonly Mark[],
): readonly MarkedStatement[] {
  return byDisagreement(marks).map(({ place, counts }) => {
    const [inPublished, inDraft] = [published, draft].map((content) => content && statementAt(fields, content, place));
    const found = inDraft ?? inPublished;
    return {
      label: found?.label ?? "",
      text: found?.text ?? "",
      isOfDraft: inDraft?.text !== inPublished?.text,
      counts,
      notes: marks.filter((mark) => mark.place === place && mark.note !== "").map(({ note }) => note),
    };
  });
}

function statementAt(fields: readonly Field[], content: DocumentContent, place: string) {
  for (const field of expandFields(fields, content)) {
    const list = `${placeOf(field.path)}.`;
    if (field.shape !== "list" || !place.startsWith(list)) continue;
    const item = itemsAt(content, field.path).find(({ id }) => id === place.slice(list.length));
    if (item) return { label: field.label, text: itemName(field, item) };
  }
  return null;
}
