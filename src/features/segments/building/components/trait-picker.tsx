"use client";
import { type RefObject, useMemo, useState } from "react";
import type { RuleNode } from "@/features/datasets/rules/rule-rules";
import { LiveRegion } from "@/ui/live-region";
import { PopoverPart } from "@/ui/popover-part";
import { foundOptions, type PickerOption } from "../picker-rules";
import { useBuilder } from "./builder-context";
import { OptionList } from "./option-list";

interface TraitPickerProps {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly options: readonly PickerOption[];
  readonly onChoose: (node: RuleNode) => void;
}

/** What a condition is about, found while one types. */
export function TraitPicker({ options, onChoose, onOpenChange, ...popover }: TraitPickerProps) {
  const { isFocusTaken } = useBuilder();
  const [text, setText] = useState("");
  // Not deferred: Enter chooses what the words of this moment find.
  const found = useMemo(() => foundOptions(options, text), [options, text]);
  const close = (open: boolean) => {
    setText("");
    onOpenChange(open);
  };
  return (
    <PopoverPart
      label="What is it about?"
      {...popover}
      onOpenChange={close}
      finalFocus={() => (isFocusTaken() ? false : popover.anchor.current)}
    >
      <OptionList
        label="Find a trait"
        placeholder="Find a trait, event or segment"
        text={text}
        onText={setText}
        options={found.map((option) => ({
          key: option.key,
          group: text.trim() === "" ? option.group : undefined,
          content: (
            <>
              <span className="flex min-w-0 items-baseline justify-between gap-3">
                <bdi className="min-w-0 truncate font-strong">{option.label}</bdi>
                <span className="shrink-0 text-small text-ink-3">{option.kind}</span>
              </span>
              {option.details && <bdi className="block truncate text-small text-ink-3">{option.details}</bdi>}
            </>
          ),
        }))}
        onChoose={(key) => {
          const option = options.find((one) => one.key === key);
          if (!option) return;
          onChoose(option.node);
          close(false);
        }}
      />
      {found.length === 0 && <p className="pt-3 text-small text-ink-3">Nothing in the data is called this.</p>}
      <LiveRegion>{text.trim() === "" ? "" : `${found.length} found`}</LiveRegion>
    </PopoverPart>
  );
}
