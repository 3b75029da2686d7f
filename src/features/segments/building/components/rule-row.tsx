"use client";
import clsx from "clsx";
import { ChevronDown, ChevronRight, CircleAlert } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useId, useMemo, useRef, useState } from "react";
import type { GroupNode, RuleNode } from "@/features/datasets/rules/rule-rules";
import { nodeWords } from "@/features/datasets/rules/rule-words-rules";
import { PlaceFrame } from "@/features/documents/sheet/components/place-frame";
import { ThreadMark } from "@/features/documents/threads/components/thread-mark";
import { IconButton } from "@/ui/button";
import { GROUP_WORDS } from "../connector-rules";
import { pickerOptions } from "../picker-rules";
import type { PlacedRow, Way } from "../rule-tree-rules";
import { useBuilder } from "./builder-context";
import { CONNECTOR, MISSING, SUBJECT } from "./condition-looks";
import { EventCondition } from "./event-condition";
import { InlineChoice } from "./inline-choice";
import { RowCount } from "./row-count";
import { RowGap, useIsDragged } from "./row-dragging";
import { RowMenu } from "./row-menu";
import { SegmentCondition } from "./segment-condition";
import { TraitCondition } from "./trait-condition";
import { TraitPicker } from "./trait-picker";

interface RuleRowProps {
  readonly placed: PlacedRow;
  readonly position: string;
  readonly connector: ReactNode;
  /** What stands in it, where it is a group. */
  readonly children: ReactNode;
}

const GROUP_OPTIONS = Object.entries(GROUP_WORDS).map(([value, label]) => ({ value, label }));
const WAY_KEYS: Readonly<Record<string, Way>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  "Shift+ArrowRight": "into",
  "Shift+ArrowLeft": "out",
};

/** A condition as a sentence whose words are changed in place, or a group with its rows. */
export function RuleRow({ placed, position, connector, children }: RuleRowProps) {
  const { row } = placed;
  const builder = useBuilder();
  const isDragged = useIsDragged(row.id);
  const problemId = useId();
  const problems = builder.problems.get(row.id) ?? [];
  const words = nodeWords(row.node) || "condition about nothing yet";
  const label = `${words}, ${position}`;
  const isGroup = row.node?.k === "group";

  function onKeyDown(event: KeyboardEvent) {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.target instanceof HTMLSelectElement) return;
    const way = WAY_KEYS[event.shiftKey ? `Shift+${event.key}` : event.key];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    builder.go(row.id, way);
  }

  return (
    <li data-rule-row={row.id} className={clsx("relative min-w-0", isDragged && "opacity-40")} onKeyDown={onKeyDown}>
      <RowGap within={row.within} before={row.id} />
      <div className="grid min-w-0 gap-x-2 sm:flex">
        {connector !== null && <span className={CONNECTOR}>{connector}</span>}
        <div className="min-w-0 flex-1">
          <PlaceFrame place={`rule.${row.id}`}>
            <fieldset
              aria-label={label}
              aria-describedby={problems.length > 0 ? problemId : undefined}
              className={clsx(
                "group flex min-h-10 min-w-0 items-start gap-1",
                !isGroup && "rounded-s border bg-surface py-1.5 ps-0.5 pe-2.5",
                problems.length > 0 && !isGroup && "border-due",
              )}
            >
              <RowMenu row={row} label={label} />
              <div
                className={clsx(
                  "flex min-w-0 flex-1 flex-wrap items-center gap-1.5",
                  row.node?.off && "opacity-60 [&_bdi]:line-through",
                )}
              >
                {isGroup ? (
                  <GroupHead placed={placed} node={row.node as GroupNode} />
                ) : (
                  <Condition id={row.id} node={row.node} />
                )}
                {row.node?.off && <span className="text-small text-ink-3">muted</span>}
              </div>
              <RowCount rowId={row.id} />
              <ThreadMark
                place={`rule.${row.id}`}
                label={words}
                className="absolute start-full top-2 max-sm:start-auto max-sm:-end-4 max-sm:px-0"
              />
            </fieldset>
          </PlaceFrame>
          <p id={problemId} className="flex items-start gap-1.5 py-1 text-small text-due empty:hidden">
            {problems.length > 0 && (
              <>
                <CircleAlert aria-hidden="true" className="mt-[2px] size-3.5 shrink-0" />
                <span>{problems.join(" ")}</span>
              </>
            )}
          </p>
          {isGroup && !builder.isCollapsed(row.id) && (
            <div className="ms-2 border-s-2 border-line-strong ps-2.5 sm:ps-3">{children}</div>
          )}
        </div>
      </div>
    </li>
  );
}

function GroupHead({ placed, node }: { readonly placed: PlacedRow; readonly node: GroupNode }) {
  const { change, isCollapsed, toggleCollapsed } = useBuilder();
  const { id } = placed.row;
  const isClosed = isCollapsed(id);
  return (
    <>
      <InlineChoice
        label="The group holds"
        value={node.op}
        options={GROUP_OPTIONS}
        onValue={(op) => change(id, { ...node, op: op as GroupNode["op"] })}
        isFirstValue
      />
      <IconButton
        size="s"
        label={isClosed ? "Open the group" : "Close the group"}
        aria-expanded={!isClosed}
        icon={
          isClosed ? (
            <ChevronRight aria-hidden="true" className="size-4 rtl:-scale-x-100" />
          ) : (
            <ChevronDown aria-hidden="true" className="size-4" />
          )
        }
        onClick={() => toggleCollapsed(id)}
      />
      {isClosed && (
        <span className="text-small text-ink-3">
          {placed.items.length === 1 ? "1 condition" : `${placed.items.length} conditions`}
        </span>
      )}
    </>
  );
}

function Condition({ id, node }: { readonly id: string; readonly node: RuleNode | null }) {
  const { vocabulary, change } = useBuilder();
  const { data, segments } = vocabulary;
  const catalog = data?.catalog;
  const asOf = data?.snapshot.asOf ?? "2000-01-01";
  const put = (next: RuleNode) => change(id, next);
  switch (node?.k) {
    case "trait":
      return (
        <>
          <Subject id={id} label={node.label} />
          <TraitCondition node={node} traits={catalog?.traits ?? []} of="customers" asOf={asOf} onNode={put} />
        </>
      );
    case "events":
      return <EventCondition node={node} events={catalog?.events ?? null} asOf={asOf} onNode={put} />;
    case "segment":
      return (
        <>
          <Subject id={id} label="Segment" />
          <SegmentCondition node={node} segments={segments} onNode={put} />
        </>
      );
    default:
      return <Subject id={id} label={null} />;
  }
}

/** What the condition is about; pressing it chooses something else. */
function Subject({ id, label }: { readonly id: string; readonly label: string | null }) {
  const { vocabulary, change } = useBuilder();
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const options = useMemo(() => pickerOptions(vocabulary), [vocabulary]);
  return (
    <>
      <button
        ref={anchor}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={label === null ? "Choose what it is about" : `${label}: choose something else`}
        onClick={() => setOpen(true)}
        className={clsx(SUBJECT, label === null && MISSING)}
        {...(label === null && { "data-first-value": "" })}
      >
        <bdi>{label ?? "choose…"}</bdi>
      </button>
      <TraitPicker
        anchor={anchor}
        open={isOpen}
        onOpenChange={setOpen}
        options={options}
        onChoose={(node) => change(id, node)}
      />
    </>
  );
}
