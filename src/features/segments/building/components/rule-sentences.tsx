"use client";
import type { RuleRow } from "@/features/datasets/rules/rule-rules";
import { nodeWords } from "@/features/datasets/rules/rule-words-rules";
import { connectorOf } from "../connector-rules";
import { type PlacedRow, placeRows } from "../rule-tree-rules";
import { CONNECTOR } from "./condition-looks";

interface RuleSentencesProps {
  readonly rows: readonly RuleRow[];
  readonly match: "all" | "any";
}

/** A rule for people who read it: a sentence for each condition, groups as lists in lists. */
export function RuleSentences({ rows, match }: RuleSentencesProps) {
  const { include, exclude, lost } = placeRows(rows);
  return (
    <div className="grid gap-2">
      <SentenceList rows={include} op={match} isRoot />
      <SentenceList rows={exclude} op="none" isRoot />
      <SentenceList rows={lost} op="all" />
    </div>
  );
}

interface SentenceListProps {
  readonly rows: readonly PlacedRow[];
  readonly op: "all" | "any" | "none";
  readonly isRoot?: boolean;
}

function SentenceList({ rows, op, isRoot = false }: SentenceListProps) {
  if (rows.length === 0) return null;
  return (
    <ul className="grid gap-2">
      {rows.map(({ row, items }, index) => (
        <li key={row.id} className="grid min-w-0 gap-x-2 sm:flex">
          <span className={CONNECTOR}>{connectorOf(op, index, isRoot)}</span>
          <div className="min-w-0 flex-1">
            <p
              dir="auto"
              className={
                row.node?.k === "group"
                  ? "wrap-anywhere sm:py-2"
                  : "rounded-s border bg-surface px-2.5 py-2 wrap-anywhere"
              }
            >
              {nodeWords(row.node) || "A condition that nobody has finished"}
            </p>
            {items.length > 0 && row.node?.k === "group" && (
              <div className="border-s-2 border-line-strong ps-2 sm:ps-3">
                <SentenceList rows={items} op={row.node.op} />
              </div>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
