import { Pill, type PillTone } from "@/ui/pill";
import { type DocumentMark, MARK_WORDS } from "../marks/mark-rules";
import type { DocumentState } from "../versions/lifecycle-rules";

interface StatePillProps {
  readonly state: DocumentState;
  readonly version: number | null;
  /** What everybody should see on it, beside its state. */
  readonly marks?: readonly DocumentMark[];
}

/** Where a document stands, in words. */
export function StatePill({ state, version, marks = [] }: StatePillProps) {
  const shown: Record<DocumentState, { tone: PillTone; words: string }> = {
    draft: { tone: "plain", words: "Not published" },
    published: { tone: "fresh", words: `v${version}` },
    changed: { tone: "info", words: `v${version}, changed since` },
    retired: { tone: "stale", words: "Retired" },
  };
  const { tone, words } = shown[state];
  const [mark] = marks;
  if (!mark) return <Pill tone={tone}>{words}</Pill>;
  return (
    <span className="inline-flex max-w-full flex-wrap gap-1.5">
      <Pill tone={tone}>{words}</Pill>
      <Pill tone="stale">
        {MARK_WORDS[mark.mark]}
        <span className="sr-only">: {marks.map(({ sentence }) => sentence).join(" ")}</span>
      </Pill>
    </span>
  );
}
