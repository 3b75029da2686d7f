"use client";
import { nodeWords } from "@/features/datasets/rules/rule-words-rules";
import { questionClient } from "@/trpc/question-client";
import { Notice } from "@/ui/notice";
import { percentWords } from "../part-words-rules";
import { useRuleAnswers } from "./rule-answers";
import { useAnswer } from "./use-answer";

/** Above it a segment is hardly a part of everyone (Adobe's bar, research 6.9). */
const WIDE = 0.3;
/** So many milliseconds are noticed while typing. */
const SLOW = 1_000;

/** What one might do about a rule that finds nobody, nearly everybody, or takes its time. */
export function RuleAdvice() {
  const { question, total, isTotalStale, problems } = useRuleAnswers();
  const isEmpty = !isTotalStale && total?.count === 0;
  const relaxations = useAnswer(isEmpty ? question : null, (asked, signal) =>
    questionClient.segments.relaxRule.query(asked, { signal }),
  );
  const [problem] = problems;
  if (problem) {
    const row = question?.rows.find(({ id }) => id === problem.rowId);
    return (
      <Notice tone="due" title="Not counted yet">
        {row?.node ? `${nodeWords(row.node)}: ` : ""}
        {problem.sentence}
      </Notice>
    );
  }
  if (isEmpty) {
    const [first] = relaxations.isStale ? [] : (relaxations.value ?? []);
    const row = question?.rows.find(({ id }) => id === first?.rowId);
    return (
      <Notice tone="due" title="Nobody matches">
        {first && row
          ? `Without “${nodeWords(row.node)}” it would be ${first.count.toLocaleString("en")}.`
          : "No single condition is to blame: change several."}
      </Notice>
    );
  }
  if (isTotalStale || !total || total.count === null || total.snapshot.customers === 0) return null;
  const share = total.count / total.snapshot.customers;
  if (share > WIDE) {
    return (
      <Notice>That is {percentWords(share)} of everyone: narrow it to say something about them in particular.</Notice>
    );
  }
  const hasEvents = question?.rows.some(({ node }) => node?.k === "events");
  if (hasEvents && total.milliseconds > SLOW) {
    return (
      <Notice>
        This rule takes {(total.milliseconds / 1_000).toFixed(1)} seconds to count. Conditions on events take longest: a
        trait that was computed at the import is faster.
      </Notice>
    );
  }
  return null;
}
