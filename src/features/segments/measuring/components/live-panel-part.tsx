"use client";
import { useMemo } from "react";
import { questionClient } from "@/trpc/question-client";
import { DistributionsSection } from "./distributions-section";
import { FiguresOnTheirWay } from "./figures-on-their-way";
import { MatchCard } from "./match-card";
import { MembersSection } from "./members-section";
import { OverlapsSection } from "./overlaps-section";
import { RuleAdvice } from "./rule-advice";
import { useRuleAnswers } from "./rule-answers";
import { RuleStory } from "./rule-story";
import { StandOutsSection } from "./stand-outs-section";
import { useAddCondition } from "./use-add-condition";
import { useAnswer } from "./use-answer";

/** What the data say to the rule as it is being written. */
export function LivePanelPart() {
  const { question } = useRuleAnswers();
  const composition = useAnswer(question, (asked, signal) =>
    questionClient.segments.composition.query(asked, { signal }),
  );
  const add = useAddCondition();
  const known = useMemo(() => traitsOf(question?.rows ?? []), [question]);
  const { value, isStale, isAsking } = composition;
  return (
    <>
      <MatchCard composition={isStale ? null : value} />
      <RuleAdvice />
      {value === null && isAsking && <FiguresOnTheirWay />}
      {value && (
        <>
          <StandOutsSection composition={value} known={known} isStale={isStale} onAdd={add} />
          <DistributionsSection composition={value} known={known} isStale={isStale} onAdd={add} />
        </>
      )}
      <OverlapsSection />
      <MembersSection />
      <RuleStory />
    </>
  );
}

/** The traits that the rule is about. */
function traitsOf(rows: readonly { readonly node: { readonly k: string; readonly trait?: string } | null }[]) {
  return new Set(rows.flatMap(({ node }) => (node?.k === "trait" && node.trait ? [node.trait] : [])));
}
