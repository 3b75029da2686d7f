"use client";
import clsx from "clsx";
import { useState } from "react";
import type { Composition, TraitComposition, TraitPart } from "@/features/datasets/questions/answer-contract";
import { differenceOf, ratio } from "@/features/datasets/questions/stand-out-rules";
import type { TraitNode } from "@/features/datasets/rules/rule-rules";
import { Button } from "@/ui/button";
import { ShareBar } from "@/ui/share-bar";
import { ShareColumns } from "@/ui/share-columns";
import { partNode, partWords, percentWords, rangeWords } from "../part-words-rules";
import { PanelSection } from "./panel-section";

interface DistributionsSectionProps {
  readonly composition: Composition;
  /** Traits that the rule is about, which come last. */
  readonly known: ReadonlySet<string>;
  readonly isStale: boolean;
  readonly onAdd: ((node: TraitNode) => void) | null;
}

const FIRST = 4;

/** How members are spread over each trait, those first that differ most from everyone. */
export function DistributionsSection({ composition, known, isStale, onAdd }: DistributionsSectionProps) {
  const [isAll, setAll] = useState(false);
  const sorted = composition.traits
    .filter(({ members }) => members > 0)
    .toSorted((a, b) => Number(known.has(a.trait)) - Number(known.has(b.trait)) || differenceOf(b) - differenceOf(a));
  if (sorted.length === 0) return null;
  return (
    <PanelSection title="How they are spread" hint="line marks everyone" isStale={isStale}>
      <ul className="grid gap-x-6 gap-y-5 pt-1 sm:grid-cols-2">
        {sorted.slice(0, isAll ? sorted.length : FIRST).map((trait) => (
          <li key={trait.trait} className="min-w-0">
            <Distribution trait={trait} members={composition.members} onAdd={onAdd} />
          </li>
        ))}
      </ul>
      {sorted.length > FIRST && (
        <Button variant="ghost" size="s" className="mt-2 -ms-2" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
          {isAll ? "Show fewer" : `Show all ${sorted.length} traits`}
        </Button>
      )}
    </PanelSection>
  );
}

interface DistributionProps {
  readonly trait: TraitComposition;
  /** Of all traits. */
  readonly members: number;
  readonly onAdd: DistributionsSectionProps["onAdd"];
}

function Distribution({ trait, members, onAdd }: DistributionProps) {
  const parts = trait.parts.map((part) => ({
    part,
    share: ratio(part.members, trait.members),
    base: ratio(part.everyone, trait.everyone),
  }));
  const words = ({ part, share, base }: (typeof parts)[number]) =>
    `${partWords(trait, part.range)}: ${percentWords(share)} of members, ${percentWords(base)} of everyone${
      onAdd ? ". Add as a condition." : ""
    }`;
  const unknown = 1 - ratio(trait.members, members);
  const [first, last] = [trait.parts[0], trait.parts.at(-1)];
  const isRanges = first !== undefined && last !== undefined && "from" in first.range;
  const add = (part: TraitPart | undefined) => part && onAdd?.(partNode(trait, part.range));
  return (
    <>
      <h3 className="pb-1 text-small font-strong wrap-anywhere">
        <bdi>{trait.label}</bdi>
        {unknown >= 0.01 && <span className="font-normal text-ink-3"> · {percentWords(unknown)} unknown</span>}
      </h3>
      {isRanges ? (
        <ShareColumns
          columns={parts.map((one, place) => ({ ...one, id: String(place), words: words(one) }))}
          ends={[rangeWords(trait, first.range), rangeWords(trait, last.range)]}
          onChoose={onAdd && ((id) => add(trait.parts[Number(id)]))}
        />
      ) : (
        <ul>
          {parts.map((one) => {
            const name = rangeWords(trait, one.part.range);
            return (
              <li key={name} title={words(one)}>
                <BarRow name={name} words={words(one)} {...one} onChoose={onAdd && (() => add(one.part))} />
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

const ROW =
  "grid w-full grid-cols-[minmax(0,2fr)_minmax(0,3fr)_2.75rem] items-center gap-x-2 py-[3px] text-start text-small";

interface BarRowProps {
  readonly name: string;
  readonly words: string;
  readonly share: number;
  readonly base: number;
  readonly onChoose: (() => void) | null;
}

function BarRow({ name, words, share, base, onChoose }: BarRowProps) {
  const cells = (
    <>
      <span aria-hidden="true" className="truncate">
        <bdi>{name}</bdi>
      </span>
      <ShareBar share={share} base={base} />
      <span aria-hidden="true" className="text-end text-ink-2 tabular-nums">
        {percentWords(share)}
      </span>
      <span className="sr-only">{words}</span>
    </>
  );
  if (!onChoose) return <div className={ROW}>{cells}</div>;
  return (
    <button type="button" className={clsx(ROW, "rounded-s hover:bg-sunk")} onClick={onChoose}>
      {cells}
    </button>
  );
}
