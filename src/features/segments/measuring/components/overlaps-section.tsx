"use client";
import { useMemo, useState } from "react";
import { pairOverlap, sizeOf } from "@/features/datasets/questions/overlap-rules";
import { documentPath } from "@/features/documents/components/document-link";
import { useContentPart } from "@/features/documents/drafts/components/content-context";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { questionClient } from "@/trpc/question-client";
import { Button } from "@/ui/button";
import { Card, CardList, CardRow } from "@/ui/card";
import { Dialog } from "@/ui/dialog";
import { Link } from "@/ui/link";
import { Venn } from "@/ui/venn";
import type { SegmentContent } from "../../segment-rules";
import type { RuleOverlap } from "../measuring-contract";
import { percentWords } from "../part-words-rules";
import { OverlapMatrix } from "./overlap-matrix";
import { PanelSection } from "./panel-section";
import { useRuleAnswers } from "./rule-answers";
import { useAnswer } from "./use-answer";

/** It isn't what one looks at while typing. */
const PAUSE = 500;
const LISTED = 5;

/** What the members share with published segments on the same data. */
export function OverlapsSection() {
  const { question } = useRuleAnswers();
  const { value, isStale } = useAnswer(
    question,
    (asked, signal) => questionClient.segments.overlap.query(asked, { signal }),
    PAUSE,
  );
  const title = useContentPart((content: SegmentContent) => content.title) || "This segment";
  if (!value || value.others.length === 0) return null;
  return <Overlaps overlap={value} title={title} isStale={isStale} />;
}

interface OverlapsProps {
  readonly overlap: RuleOverlap;
  readonly title: string;
  readonly isStale: boolean;
}

function Overlaps({ overlap: { others, regions, left }, title, isStale }: OverlapsProps) {
  const { slug } = useWorkspace();
  const [isAll, setAll] = useState(false);
  const [isMatrix, setMatrix] = useState(false);
  const sorted = useMemo(
    () =>
      others
        .map((other, at) => ({ ...other, place: at + 1, pair: pairOverlap(regions, 0, at + 1) }))
        .toSorted((a, b) => b.pair.both - a.pair.both),
    [others, regions],
  );
  const drawn = useMemo(() => {
    const places = [0, ...sorted.slice(0, 2).map(({ place }) => place)];
    const groups = places.length === 3 ? [[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]] : [[0], [1], [0, 1]];
    return groups.map((of) => ({ of, size: sizeOf(regions, ...of.map((at) => places[at] ?? 0)) }));
  }, [sorted, regions]);
  const names = [title, ...sorted.slice(0, 2).map((other) => other.title)];
  const said = drawn.map(({ of, size }) => `${of.map((at) => names[at]).join(" and ")}: ${size.toLocaleString("en")}`);
  const members = sizeOf(regions, 0);
  return (
    <PanelSection title="Overlaps" hint="share of these customers" isStale={isStale}>
      <Card>
        <CardList>
          {sorted.slice(0, isAll ? sorted.length : LISTED).map(({ id, title: name, pair }) => (
            <CardRow
              key={id}
              className="justify-between"
              title={`${percentWords(pair.jaccard)} of those in either, ${percentWords(pair.containment)} of the smaller one`}
            >
              <Link href={documentPath(slug, "segment", id)} className="min-w-0 wrap-anywhere">
                <bdi>{name}</bdi>
              </Link>
              <span className="text-ink-2 tabular-nums">
                {pair.both.toLocaleString("en")} in both
                {members > 0 && `, ${percentWords(pair.both / members)}`}
              </span>
            </CardRow>
          ))}
        </CardList>
        {members > 0 && (
          <div className="border-t p-4">
            <Venn names={names} areas={drawn} label={`Customers. ${said.join(". ")}.`} />
          </div>
        )}
      </Card>
      <div className="flex flex-wrap gap-2 pt-2">
        {sorted.length > LISTED && (
          <Button variant="ghost" size="s" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
            {isAll ? "Show fewer" : `Show all ${sorted.length}`}
          </Button>
        )}
        {sorted.length > 1 && (
          <Button variant="ghost" size="s" onClick={() => setMatrix(true)}>
            Each with each
          </Button>
        )}
      </div>
      {left > 0 && <p className="text-small text-ink-3">{left} more segments are not looked at.</p>}
      <Dialog
        open={isMatrix}
        onOpenChange={setMatrix}
        size="l"
        title="What segments share"
        description="How much of the segment in each row also belongs to the one in the column."
      >
        <OverlapMatrix names={[title, ...others.map((other) => other.title)]} regions={regions} />
      </Dialog>
    </PanelSection>
  );
}
