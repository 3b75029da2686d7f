"use client";
import { GripVertical } from "lucide-react";
import type { RuleRow } from "@/features/datasets/rules/rule-rules";
import { Menu } from "@/ui/menu";
import type { MenuEntry } from "@/ui/menu-part";
import { toggledMute } from "../condition-rules";
import { placeOnWay, rootOf, WAYS, type Way } from "../rule-tree-rules";
import { useBuilder } from "./builder-context";
import { RowHandle } from "./row-dragging";

const KEYS: Partial<Record<Way, string>> = {
  up: "Alt + ↑",
  down: "Alt + ↓",
  into: "Alt + Shift + →",
  out: "Alt + Shift + ←",
};

interface RowMenuProps {
  readonly row: RuleRow;
  readonly label: string;
  /** What one holds the condition against, another time: offered where the row has it. */
  readonly more?: readonly MenuEntry[];
}

/** The grip of a row: dragged it moves the row, pressed it opens all that can be done with it. */
export function RowMenu({ row, label, more = [] }: RowMenuProps) {
  const { rows, change, remove, duplicate, go, toggleCollapsed, isCollapsed } = useBuilder();
  const { id, node } = row;
  const isLeftOut = rootOf(rows, row.within) === "exclude";
  const ways = (Object.keys(WAYS) as Way[]).filter((way) => placeOnWay(rows, id, way) !== null);
  const entries: readonly MenuEntry[] = [
    { kind: "act", label: "Duplicate", onSelect: () => duplicate(id) },
    ...(node
      ? [
          {
            kind: "act",
            label: node.off ? "Use it again" : "Mute",
            hint: node.off ? undefined : "It stays written and counts for nothing",
            onSelect: () => change(id, toggledMute(node)),
          } as const,
        ]
      : []),
    ...(node?.k === "group"
      ? [
          {
            kind: "act",
            label: isCollapsed(id) ? "Open the group" : "Close the group",
            onSelect: () => toggleCollapsed(id),
          } as const,
        ]
      : []),
    ...more,
    { kind: "line" },
    ...ways.map((way): MenuEntry => {
      const across = isLeftOut ? "Move to who belongs" : "Move to who is left out";
      return {
        kind: "act",
        label: way === "across" ? across : WAYS[way],
        hint: KEYS[way],
        onSelect: () => go(id, way),
      };
    }),
    { kind: "line" },
    {
      kind: "act",
      label: "Remove",
      hint: node?.k === "group" ? "With all that is in it" : undefined,
      onSelect: () => remove(id),
    },
  ];
  return (
    <RowHandle id={id}>
      <Menu
        entries={entries}
        label={`Move or change: ${label}`}
        align="start"
        size="s"
        icon={<GripVertical aria-hidden="true" className="size-4" />}
        className="text-ink-3"
      />
    </RowHandle>
  );
}
