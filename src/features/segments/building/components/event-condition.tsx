"use client";
import { Plus, X } from "lucide-react";
import { useRef, useState } from "react";
import type { EventCatalog } from "@/features/datasets/catalog-rules";
import { AGGREGATES, COMPARISONS, type EventNode, MAX_WHERE } from "@/features/datasets/rules/rule-rules";
import { IconButton } from "@/ui/button";
import { COMPARISON_LABELS } from "../condition-rules";
import { traitOptions } from "../picker-rules";
import { InlineChoice } from "./inline-choice";
import { NumberValue } from "./number-value";
import { TraitCondition } from "./trait-condition";
import { TraitPicker } from "./trait-picker";
import { WindowValue } from "./window-value";

interface EventConditionProps {
  readonly node: EventNode;
  /** Null where the data have no events any more. */
  readonly events: EventCatalog | null;
  readonly asOf: string;
  readonly onNode: (node: EventNode) => void;
}

const ANY = "\u0000";

/** What is counted of somebody's events, in which window, and what it must come to. */
export function EventCondition({ node, events, asOf, onNode }: EventConditionProps) {
  const put = (change: Partial<EventNode>) => onNode({ ...node, ...change });
  const numbers = (events?.properties ?? []).filter(({ type }) => type === "number");
  const hasOf = !["count", "orders", "days"].includes(node.aggregate);
  const names = events?.names ?? [];
  return (
    <>
      <InlineChoice
        label="What is counted"
        value={node.aggregate}
        options={Object.entries(AGGREGATES)
          .filter(([aggregate]) => {
            if (aggregate === node.aggregate || aggregate === "count" || aggregate === "days") return true;
            return aggregate === "orders" ? events?.order != null : numbers.length > 0;
          })
          .map(([value, label]) => ({ value, label }))}
        onValue={(value) => onNode(withAggregate(node, value as EventNode["aggregate"], numbers))}
        look="subject"
      />
      {hasOf && (
        <InlineChoice
          label="Of which property"
          value={node.of ?? ""}
          options={[
            ...(numbers.some(({ id }) => id === node.of)
              ? []
              : [{ value: node.of ?? "", label: node.ofLabel ?? node.of ?? "choose…" }]),
            ...numbers.map(({ id, label }) => ({ value: id, label })),
          ]}
          onValue={(of) => put({ of, ofLabel: numbers.find(({ id }) => id === of)?.label ?? of })}
          className="font-strong"
        />
      )}
      {(names.length > 1 || node.event !== null) && (
        <InlineChoice
          label="Of which events"
          value={node.event ?? ANY}
          options={[
            { value: ANY, label: "of any event" },
            ...(node.event !== null && !names.some(({ value }) => value === node.event)
              ? [{ value: node.event, label: `“${node.event}”` }]
              : []),
            ...names.map(({ value }) => ({ value, label: `“${value}”` })),
          ]}
          onValue={(event) => put({ event: event === ANY ? null : event })}
        />
      )}
      in
      <WindowValue
        label="Window of the events"
        window={node.window}
        asOf={asOf}
        mayBeForEver
        onWindow={(window) => put({ window })}
      />
      <InlineChoice
        label="Comparison"
        value={node.op}
        options={COMPARISONS.map((value) => ({ value, label: COMPARISON_LABELS[value] }))}
        onValue={(value) => onNode(withOp(node, value as EventNode["op"]))}
      />
      <NumberValue
        label={node.op === "between" ? "Least" : "Figure"}
        value={node.value}
        onValue={(value) => put({ value })}
      />
      {node.op === "between" && (
        <>
          and <NumberValue label="Most" value={node.to} onValue={(to) => put({ to })} />
        </>
      )}
      <WhereLines {...{ node, events, asOf, onNode }} />
    </>
  );
}

/** What must hold of an event that counts, line by line. */
function WhereLines({ node, events, asOf, onNode }: EventConditionProps) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { where } = node;
  const put = (next: EventNode["where"]) => onNode({ ...node, where: next });
  return (
    <>
      {where.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they have no id, and their order doesn't change.
        <span key={index} className="flex min-w-0 basis-full flex-wrap items-center gap-1.5 ps-3">
          <span className="text-ink-3">{index === 0 ? "where" : "and"}</span>
          <bdi className="font-strong">{one.label}</bdi>
          <TraitCondition
            node={one}
            traits={events?.properties ?? []}
            of="events"
            asOf={asOf}
            onNode={(changed) => put(where.with(index, changed))}
          />
          <IconButton
            size="s"
            label={`Remove “where ${one.label}”`}
            icon={<X aria-hidden="true" className="size-3.5" />}
            onClick={() => put(where.toSpliced(index, 1))}
          />
        </span>
      ))}
      {events && events.properties.length > 0 && where.length < MAX_WHERE && (
        <>
          <button
            ref={anchor}
            type="button"
            aria-haspopup="dialog"
            aria-expanded={isOpen}
            onClick={() => setOpen(true)}
            className="inline-flex min-h-7 items-center gap-1 rounded-s px-1 text-small text-ink-3 hover:bg-sunk hover:text-ink"
          >
            <Plus aria-hidden="true" className="size-3.5" />
            {where.length === 0 ? "where" : "and where"}
          </button>
          <TraitPicker
            anchor={anchor}
            open={isOpen}
            onOpenChange={setOpen}
            options={traitOptions(events.properties, events.count)}
            onChoose={(chosen) => chosen.k === "trait" && put([...where, chosen])}
          />
        </>
      )}
    </>
  );
}

function withAggregate(
  node: EventNode,
  aggregate: EventNode["aggregate"],
  numbers: readonly { readonly id: string; readonly label: string }[],
): EventNode {
  const { of: _, ofLabel: __, ...rest } = node;
  if (["count", "orders", "days"].includes(aggregate)) return { ...rest, aggregate, of: null };
  const property = numbers.find(({ id }) => id === node.of) ?? numbers[0];
  return { ...rest, aggregate, of: property?.id ?? null, ...(property && { ofLabel: property.label }) };
}

function withOp(node: EventNode, op: EventNode["op"]): EventNode {
  const { to, ...rest } = node;
  return op === "between" ? { ...rest, op, to: to ?? node.value } : { ...rest, op };
}
