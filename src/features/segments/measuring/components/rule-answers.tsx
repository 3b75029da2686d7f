"use client";
// What the data say to the rule of the draft as it is being written, by oneself or by others.
import { createContext, type ReactNode, use, useMemo, useState } from "react";
import type { RowCount } from "@/features/datasets/questions/answer-contract";
import { hasRule } from "@/features/datasets/rules/assemble-rule-rules";
import type { RuleProblem } from "@/features/datasets/rules/rule-rules";
import { useContentPart } from "@/features/documents/drafts/components/content-context";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { questionClient } from "@/trpc/question-client";
import type { Refusal } from "@/trpc/refusal";
import type { SegmentContent } from "../../segment-rules";
import type { RuleCount, RuleInput } from "../measuring-contract";
import { useAnswer } from "./use-answer";

interface RuleAnswers {
  /** What is asked; null while there is no rule or no data. */
  readonly question: RuleInput | null;
  /** The last answer with a number in it; null before the first. */
  readonly total: RuleCount | null;
  /** The number is of an earlier rule, because this one is still asked or can't be: show it greyed. */
  readonly isTotalStale: boolean;
  /** What is wrong with the rule, as of the last answer. */
  readonly problems: readonly RuleProblem[];
  /** By row id, of conditions and boxes that are neither muted nor wrong; the last there were. */
  readonly counts: ReadonlyMap<string, RowCount>;
  readonly areCountsStale: boolean;
  readonly failure: Refusal | null;
}

const NOTHING: RuleAnswers = {
  question: null,
  total: null,
  isTotalStale: false,
  problems: [],
  counts: new Map(),
  areCountsStale: false,
  failure: null,
};

const AnswersContext = createContext<RuleAnswers>(NOTHING);

/** The answers to the rule of the draft; nothing outside of a `RuleAnswersProvider`. */
export function useRuleAnswers(): RuleAnswers {
  return use(AnswersContext);
}

interface RuleAnswersProviderProps {
  readonly documentId: string;
  readonly children: ReactNode;
}

/** Asks about the rule of the content above it, for those who may read drafts. */
export function RuleAnswersProvider({ documentId, children }: RuleAnswersProviderProps) {
  const question = useRuleInput(documentId);
  const total = useAnswer(question, (asked, signal) => questionClient.segments.countRule.query(asked, { signal }));
  const rows = useAnswer(question, (asked, signal) => questionClient.segments.countRows.query(asked, { signal }));
  const [good, setGood] = useState<RuleCount | null>(null);
  if (total.value && total.value.count !== null && total.value !== good) setGood(total.value);
  const counts = useMemo(() => new Map(rows.value?.map((row) => [row.rowId, row])), [rows.value]);
  const answers = useMemo(
    () =>
      question === null
        ? NOTHING
        : {
            question,
            total: good,
            isTotalStale: total.isAsking || total.failure !== null || total.value !== good,
            problems: total.value?.problems ?? [],
            counts,
            areCountsStale: rows.isAsking,
            failure: total.failure,
          },
    [question, good, total.value, total.isAsking, total.failure, counts, rows.isAsking],
  );
  return <AnswersContext value={answers}>{children}</AnswersContext>;
}

/** The draft's rule as it is asked, the same object as long as it says the same. */
function useRuleInput(documentId: string): RuleInput | null {
  const { id: workspaceId, may } = useWorkspace();
  const data = useContentPart((content: SegmentContent) => content.data);
  const match = useContentPart((content: SegmentContent) => content.match);
  const rows = useContentPart((content: SegmentContent) => content.rule);
  const pins = useContentPart((content: SegmentContent) => content.pins);
  const mayAsk = may("draft.read");
  return useMemo(() => {
    if (!mayAsk || !data || !hasRule({ match, rows, pins })) return null;
    return {
      ...{ workspaceId, documentId, datasetId: data.id, snapshotId: null, match },
      rows: rows.map(({ id, within, node }) => ({ id, within, node })),
      pins: pins.map(({ key, side }) => ({ key, side })),
    };
  }, [workspaceId, documentId, mayAsk, data, match, rows, pins]);
}
