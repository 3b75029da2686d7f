"use client";
import clsx from "clsx";
import type { Composition } from "@/features/datasets/questions/answer-contract";
import { LEAST_MEMBERS, type StandOut, standOuts } from "@/features/datasets/questions/stand-out-rules";
import type { TraitNode } from "@/features/datasets/rules/rule-rules";
import { ShareBar } from "@/ui/share-bar";
import { liftWords, partNode, partWords, percentWords } from "../part-words-rules";
import { PanelSection } from "./panel-section";

interface StandOutsSectionProps {
  readonly composition: Composition;
  /** Traits that the rule is about: that they stand out is no news. */
  readonly known: ReadonlySet<string>;
  readonly isStale: boolean;
  readonly onAdd: ((node: TraitNode) => void) | null;
}

/** What is more or less frequent among members than among everyone. */
export function StandOutsSection({ composition, known, isStale, onAdd }: StandOutsSectionProps) {
  const { isTooFew, list } = standOuts(composition, known);
  return (
    <PanelSection title="What sets them apart" hint={list.length > 0 ? "line marks everyone" : ""} isStale={isStale}>
      {isTooFew && <p className="text-ink-2">Fewer than {LEAST_MEMBERS} customers: too few to say.</p>}
      {!isTooFew && list.length === 0 && <p className="text-ink-2">Nothing sets them clearly apart from everyone.</p>}
      <ul>
        {list.map((one) => (
          <StandOutRow key={one.trait.trait} one={one} onAdd={onAdd} />
        ))}
      </ul>
    </PanelSection>
  );
}

const ROW =
  "grid w-full grid-cols-[minmax(0,2fr)_minmax(0,3.4fr)_6rem] items-center gap-x-3 py-1.5 text-start text-small";

function StandOutRow({ one, onAdd }: { readonly one: StandOut; readonly onAdd: StandOutsSectionProps["onAdd"] }) {
  const { trait, part, share, base, lift, z } = one;
  const name = partWords(trait, part.range);
  const figures = `${percentWords(share)} of members, ${percentWords(base)} of everyone, ${liftWords(lift)}`;
  const title = `${figures}, z ${z.toFixed(1)}, of ${trait.members.toLocaleString("en")} whose ${trait.label} is known`;
  const cells = (
    <>
      <span className="wrap-anywhere">
        <bdi>{name}</bdi>
      </span>
      <ShareBar share={share} base={base} />
      <span aria-hidden="true" className="tabular-nums">
        {percentWords(share)}{" "}
        <span className={clsx(lift > 1 ? "font-semibold text-accent" : "text-ink-3")}>{liftWords(lift)}</span>
      </span>
    </>
  );
  return (
    <li title={title}>
      {onAdd ? (
        <button
          type="button"
          className={clsx(ROW, "-mx-1.5 w-[calc(100%+0.75rem)] rounded-s px-1.5 hover:bg-sunk")}
          onClick={() => onAdd(partNode(trait, part.range))}
        >
          {cells}
          <span className="sr-only">{figures}. Add as a condition.</span>
        </button>
      ) : (
        <div className={ROW}>
          {cells}
          <span className="sr-only">{figures}</span>
        </div>
      )}
    </li>
  );
}
