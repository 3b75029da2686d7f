// A list's filter as it stands in the address. What can't be read there is left out: an old link still opens.
import type { DocumentState } from "./lifecycle-rules";

const LIST_STATES = ["draft", "published", "changed", "retired"] as const satisfies readonly DocumentState[];

export interface ListFilter {
  readonly state?: DocumentState;
  readonly text?: string;
}

export function readListFilter(params: Readonly<Record<string, string | readonly string[] | undefined>>): ListFilter {
  const state = LIST_STATES.find((one) => one === params.state);
  const text = typeof params.text === "string" ? params.text.trim().slice(0, 200) : "";
  return { ...(state && { state }), ...(text && { text }) };
}
