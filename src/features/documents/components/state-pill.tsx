import { Pill, type PillTone } from "@/ui/pill";
import type { DocumentState } from "../versions/lifecycle-rules";

/** Where a document stands, in words. */
export function StatePill({ state, version }: { readonly state: DocumentState; readonly version: number | null }) {
  const shown: Record<DocumentState, { tone: PillTone; words: string }> = {
    draft: { tone: "plain", words: "Not published" },
    published: { tone: "fresh", words: `v${version}` },
    changed: { tone: "info", words: `v${version}, changed since` },
    retired: { tone: "stale", words: "Retired" },
  };
  const { tone, words } = shown[state];
  return <Pill tone={tone}>{words}</Pill>;
}
