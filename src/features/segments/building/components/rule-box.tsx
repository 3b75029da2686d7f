"use client";
import { Plus } from "lucide-react";
import { useMemo, useRef, useState } from "react";
import { MAX_ROWS, ROOTS } from "@/features/datasets/rules/rule-rules";
import { Button } from "@/ui/button";
import { connectorOf, GROUP_WORDS } from "../connector-rules";
import { pickerOptions } from "../picker-rules";
import { isRoomForGroup, isRoot, type PlacedRow } from "../rule-tree-rules";
import { useBuilder } from "./builder-context";
import { InlineChoice } from "./inline-choice";
import { RowGap } from "./row-dragging";
import { RuleRow } from "./rule-row";
import { TraitPicker } from "./trait-picker";

interface RuleBoxProps {
  /** One of the roots, or the id of the group's row. */
  readonly within: string;
  readonly items: readonly PlacedRow[];
  readonly op: "all" | "any" | "none";
  readonly label: string;
}

const MATCHES = [
  { value: "all", label: "and" },
  { value: "any", label: "or" },
];

/** The rows of a box, one word between all of them, and the way to one more. */
export function RuleBox({ within, items, op, label }: RuleBoxProps) {
  const { rows, edit } = useBuilder();
  const isOwn = isRoot(within);
  const connector = (index: number) => {
    if (!isOwn) return null;
    const words = connectorOf(op, index, isOwn);
    // One switch for the whole box, at its second row: connectors are never mixed.
    if (within !== ROOTS[0] || index !== 1) return words;
    return (
      <InlineChoice
        label="Between all conditions"
        value={op}
        options={MATCHES}
        onValue={(match) => edit([{ op: "set", path: ["match"], value: match }])}
        className="-ms-1"
      />
    );
  };
  return (
    <>
      {items.length > 0 && (
        <ul aria-label={label} className="grid gap-2">
          {items.map((placed, index) => (
            <RuleRow
              key={placed.row.id}
              placed={placed}
              position={`${index + 1} of ${items.length} in ${label}`}
              connector={connector(index)}
            >
              {placed.row.node?.k === "group" && (
                <RuleBox
                  within={placed.row.id}
                  items={placed.items}
                  op={placed.row.node.op}
                  label={GROUP_WORDS[placed.row.node.op]}
                />
              )}
            </RuleRow>
          ))}
        </ul>
      )}
      {isOwn && items.length > 0 && (
        <div className="relative">
          <RowGap within={within} before={null} />
        </div>
      )}
      {!isOwn && (
        <div className="relative pt-1.5">
          <RowGap within={within} before={null} />
          <AddRow within={within} words="Condition" isSmall />
          {isRoomForGroup(rows, within) && <AddGroup within={within} words="Group" isSmall />}
        </div>
      )}
    </>
  );
}

interface AddProps {
  readonly within: string;
  readonly words: string;
  readonly isSmall?: boolean;
}

const FULL = `A rule has at most ${MAX_ROWS} rows.`;

/** Adds a condition, once it is said what about. */
export function AddRow({
  within,
  words,
  isSmall = false,
  isQuiet = isSmall,
}: AddProps & { readonly isQuiet?: boolean }) {
  const { vocabulary, rows, add } = useBuilder();
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const options = useMemo(() => pickerOptions(vocabulary), [vocabulary]);
  return (
    <>
      <Button
        ref={anchor}
        size={isSmall ? "s" : "m"}
        variant={isQuiet ? "ghost" : "plain"}
        icon={isSmall && <Plus aria-hidden="true" className="size-3.5" />}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        disabledReason={rows.length >= MAX_ROWS ? FULL : undefined}
        onClick={() => setOpen(true)}
      >
        {words}
      </Button>
      <TraitPicker
        anchor={anchor}
        open={isOpen}
        onOpenChange={setOpen}
        options={options}
        onChoose={(node) => add(node, { within, before: null })}
      />
    </>
  );
}

export function AddGroup({ within, words, isSmall = false }: AddProps) {
  const { rows, add } = useBuilder();
  return (
    <Button
      size={isSmall ? "s" : "m"}
      variant="ghost"
      icon={isSmall && <Plus aria-hidden="true" className="size-3.5" />}
      disabledReason={rows.length >= MAX_ROWS ? FULL : undefined}
      onClick={() => add({ k: "group", op: "any" }, { within, before: null })}
    >
      {words}
    </Button>
  );
}
