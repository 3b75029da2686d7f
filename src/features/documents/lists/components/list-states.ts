import type { DocumentState } from "../../versions/lifecycle-rules";

const STATE_LABELS: Readonly<Record<DocumentState, string>> = {
  published: "Published",
  changed: "Changed since",
  draft: "Not published",
  retired: "Retired",
};

export function stateLabel(state: DocumentState): string {
  return STATE_LABELS[state];
}

/** What a filter by state offers; who sees no drafts can't tell them apart. */
export function stateOptions(
  mayReadDrafts: boolean,
): readonly { readonly value: DocumentState | ""; readonly label: string }[] {
  const states: readonly DocumentState[] = mayReadDrafts ? ["published", "changed", "draft", "retired"] : ["retired"];
  return [{ value: "", label: "In use" }, ...states.map((value) => ({ value, label: STATE_LABELS[value] }))];
}
