"use client";
import { useQuery } from "@tanstack/react-query";
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { assembleRule } from "@/features/datasets/rules/assemble-rule-rules";
import { catalogProblems } from "@/features/datasets/rules/rule-check-rules";
import { ROOTS, type RuleProblem } from "@/features/datasets/rules/rule-rules";
import { useContentPart } from "@/features/documents/drafts/components/content-context";
import type { Edit } from "@/features/documents/drafts/edit-rules";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { refusal } from "@/trpc/refusal";
import { useRuleAnswers } from "../../measuring/components/rule-answers";
import type { SegmentContent } from "../../segment-rules";
import type { RuleVocabulary } from "../building-contract";
import { duplicateRow, insertRow, moveRow, placeOnWay, placeRows, removeRow, setNode } from "../rule-tree-rules";
import { type Builder, BuilderProvider, type RowPart } from "./builder-context";
import { DataChoice } from "./data-choice";
import { LeaveOutStrip, RowDragging } from "./row-dragging";
import { AddGroup, AddRow, RuleBox } from "./rule-box";
import { RuleSentences } from "./rule-sentences";

interface RuleBuilderProps {
  readonly documentId: string;
  readonly edit: (edit: Edit) => void;
}

/** The rule of a segment for people who may change it. */
export function RuleBuilderPart({ documentId, edit }: RuleBuilderProps) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const data = useContentPart((content: SegmentContent) => content.data);
  const rows = useContentPart((content: SegmentContent) => content.rule);
  const match = useContentPart((content: SegmentContent) => content.match);
  const { data: vocabulary, error } = useQuery(
    trpc.segments.ruleVocabulary.queryOptions(
      { workspaceId, documentId, datasetId: data?.id ?? null },
      { placeholderData: (before) => before },
    ),
  );
  if (!vocabulary) {
    return (
      <>
        {error && <p className="pb-2 text-small text-stale">{refusal(error).message}</p>}
        <RuleSentences rows={rows} match={match} />
      </>
    );
  }
  return (
    <>
      <DataChoice data={data} vocabulary={vocabulary} edit={edit} />
      {(data !== null || rows.length > 0) && <Rows documentId={documentId} edit={edit} vocabulary={vocabulary} />}
    </>
  );
}

function Rows({ documentId, edit, vocabulary }: RuleBuilderProps & { readonly vocabulary: RuleVocabulary }) {
  const rows = useContentPart((content: SegmentContent) => content.rule);
  const match = useContentPart((content: SegmentContent) => content.match);
  const pins = useContentPart((content: SegmentContent) => content.pins);
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set());
  const answers = useRuleAnswers();
  const focus = useFocusOnRow();
  const catalog = vocabulary.data?.catalog;
  const problems = useMemo(() => {
    const { rule, problems: formal } = assembleRule({ match, rows, pins });
    const known = [...formal, ...(catalog ? catalogProblems(rule, catalog) : [])];
    // What other segments say of themselves only the server knows.
    const ofSegments = answers.problems.filter(
      ({ rowId }) => rows.find(({ id }) => id === rowId)?.node?.k === "segment",
    );
    return byRow(rows.length === 0 ? [] : [...known, ...ofSegments]);
  }, [match, rows, pins, catalog, answers.problems]);

  const act = (edits: readonly Edit[]) => {
    for (const one of edits) edit(one);
  };
  const builder: Builder = {
    ...{ documentId, rows, match, vocabulary, problems },
    edit: act,
    add: (node, place) => {
      const id = crypto.randomUUID();
      act(insertRow(id, node, place));
      focus.go(id, "value");
    },
    change: (id, node) => act(setNode(id, node)),
    remove: (id) => {
      const place = rows.findIndex((row) => row.id === id);
      act(removeRow(rows, id));
      const next = rows.slice(place + 1).find(({ within }) => within === rows[place]?.within) ?? rows[place - 1];
      if (next) focus.go(next.id, "handle");
    },
    duplicate: (id) => {
      const copy = duplicateRow(rows, id, () => crypto.randomUUID());
      if (!copy) return;
      act(copy.edits);
      focus.go(copy.id, "value");
    },
    move: (id, place) => act(moveRow(rows, id, place)),
    go: (id, way) => {
      const place = placeOnWay(rows, id, way);
      if (!place) return;
      act(moveRow(rows, id, place));
      if (place.within !== "include" && place.within !== "exclude") {
        setCollapsed((ids) => new Set([...ids].filter((one) => one !== place.within)));
      }
      focus.go(id, "keep");
    },
    isCollapsed: (id) => collapsed.has(id),
    toggleCollapsed: (id) =>
      setCollapsed((ids) => (ids.has(id) ? new Set([...ids].filter((one) => one !== id)) : new Set([...ids, id]))),
    isFocusTaken: focus.isTaken,
  };
  const { include, exclude, lost } = placeRows(rows);
  const [includes, excludes] = ROOTS;
  const whole = problems.get(null) ?? [];
  return (
    <BuilderProvider value={builder}>
      <RowDragging>
        <div ref={focus.root} className="grid gap-2">
          <RuleBox within={includes} items={include} op={match} label="who belongs" />
          <RuleBox within={excludes} items={exclude} op="none" label="who is left out" />
          {exclude.length === 0 && <LeaveOutStrip within={excludes} />}
          {lost.length > 0 && <RuleBox within="lost" items={lost} op="all" label="rows without a group" />}
          {whole.length > 0 && <p className="text-small text-due">{whole.join(" ")}</p>}
          {vocabulary.data && (
            <div className="flex flex-wrap items-center gap-2 pt-1 sm:ps-20">
              <AddRow within={includes} words="Add condition" />
              <AddGroup within={includes} words="Add group" />
              <AddRow within={excludes} words="Leave out" isQuiet />
            </div>
          )}
        </div>
      </RowDragging>
    </BuilderProvider>
  );
}

function byRow(problems: readonly RuleProblem[]): ReadonlyMap<string | null, readonly string[]> {
  const found = Map.groupBy(problems, ({ rowId }) => rowId);
  return new Map([...found].map(([rowId, some]) => [rowId, [...new Set(some.map(({ sentence }) => sentence))]]));
}

interface WantedFocus {
  readonly id: string;
  readonly part: RowPart | "keep";
  /** Of what had the focus within the row. */
  readonly label: string | null;
  isGiven: boolean;
}

/** Puts the focus on a row that an act has just made or moved, once it is there. */
function useFocusOnRow() {
  const root = useRef<HTMLDivElement>(null);
  const wanted = useRef<WantedFocus | null>(null);
  useLayoutEffect(() => {
    const mine = wanted.current;
    if (!mine) return;
    const row = root.current?.querySelector<HTMLElement>(`[data-rule-row="${mine.id}"]`);
    if (!row) return;
    // A row that moves a moment later lets go of the focus; whoever goes on at once, such as into a list that opens, keeps it.
    if (mine.isGiven && document.activeElement !== document.body) return;
    targetIn(row, mine)?.focus();
    if (mine.isGiven) return;
    mine.isGiven = true;
    // What closes in the same moment asks whether the focus is taken already.
    setTimeout(() => {
      if (wanted.current === mine) wanted.current = null;
    }, 200);
  });
  return {
    root,
    isTaken: () => wanted.current !== null,
    go: (id: string, part: RowPart | "keep") => {
      const active = document.activeElement;
      const isInside = active instanceof HTMLElement && active.closest(`[data-rule-row="${id}"]`) !== null;
      wanted.current = { id, part, label: isInside ? active.getAttribute("aria-label") : null, isGiven: false };
    },
  };
}

function targetIn(row: HTMLElement, { part, label }: WantedFocus): HTMLElement | null {
  const kept = label === null ? null : row.querySelector<HTMLElement>(`[aria-label="${CSS.escape(label)}"]`);
  const value = row.querySelector<HTMLElement>("[data-first-value]");
  return (part === "keep" ? kept : part === "value" ? value : null) ?? row.querySelector("button");
}
