import { Pill, type PillTone } from "@/ui/pill";
import type { DocumentState } from "../versions/lifecycle-rules";

interface StatePillProps {
  readonly state: DocumentState;
  readonly version: number | null;
}

/** What there is of a document, in words. Whether it can be relied on: freshness-pill.tsx. */
export function StatePill({ state, version }: StatePillProps) {
  const shown: Record<DocumentState, { tone: PillTone; words: string }> = {
    draft: { tone: "plain", words: "Not published" },
    published: { tone: "plain", words: `v${version}` },
    changed: { tone: "info", words: `v${version}, changed since` },
    retired: { tone: "stale", words: "Retired" },
  };
  const { tone, words } = shown[state];
  return <Pill tone={tone}>{words}</Pill>;
}
