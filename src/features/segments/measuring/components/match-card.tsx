"use client";
import clsx from "clsx";
import type { Composition } from "@/features/datasets/questions/answer-contract";
import { useContentPart } from "@/features/documents/drafts/components/content-context";
import { Card } from "@/ui/card";
import { LiveRegion } from "@/ui/live-region";
import type { SegmentContent } from "../../segment-rules";

import { dayWords, percentWords } from "../part-words-rules";
import { useRuleAnswers } from "./rule-answers";

interface MatchCardProps {
  readonly composition: Composition | null;
}

/** How many match, held against everyone: the last figure in grey while another one is on its way. */
export function MatchCard({ composition }: MatchCardProps) {
  const { total, isTotalStale, problems, failure } = useRuleAnswers();
  const data = useContentPart((content: SegmentContent) => content.data);
  const count = total?.count ?? null;
  const everyone = total?.snapshot.customers ?? 0;
  const share = count === null || everyone === 0 ? null : percentWords(count / everyone);
  const revenue = composition?.revenue;
  const ofRevenue =
    !isTotalStale && revenue && revenue.everyone > 0 ? percentWords(revenue.members / revenue.everyone) : null;
  const asked = total?.snapshot;
  return (
    <Card className="px-6 py-5" aria-label="Size">
      <p className="text-small text-ink-2">Customers who match</p>
      <p
        className={clsx(
          "min-h-14 font-display text-display-56 tabular-nums transition-colors",
          isTotalStale && "text-ink-3",
        )}
        aria-hidden={isTotalStale}
      >
        {count === null ? "–" : count.toLocaleString("en")}
      </p>
      <div className="flex min-h-5 flex-wrap justify-between gap-x-4 pt-1.5 tabular-nums">
        <p className={clsx("text-ink-2", isTotalStale && "text-ink-3")}>
          {share !== null && `${share} of everyone`}
          {ofRevenue !== null && <span title={revenue?.label}>, {ofRevenue} of revenue</span>}
        </p>
        <p className="text-small text-ink-3">{total && !isTotalStale ? `${total.milliseconds} ms` : ""}</p>
      </div>
      <p className="pt-2 text-small text-ink-3 wrap-anywhere">
        Measured on <span className="text-ink-2">{data?.name}</span>
        {asked && `, ${dayWords(asked.asOf)} · ${everyone.toLocaleString("en")} customers`}
      </p>
      {failure && <p className="pt-2 text-small text-stale">{failure.message}</p>}
      <LiveRegion>
        {saidOf({ count, share, isStale: isTotalStale, problem: problems[0]?.sentence ?? failure?.message })}
      </LiveRegion>
    </Card>
  );
}

interface Said {
  readonly count: number | null;
  readonly share: string | null;
  readonly isStale: boolean;
  readonly problem: string | undefined;
}

function saidOf({ count, share, isStale, problem }: Said): string {
  if (isStale) return problem ? `Not counted: ${problem}` : "";
  return count === null ? "" : `${count.toLocaleString("en")} customers match, ${share} of everyone.`;
}
