"use client";
import { layout } from "@upsetjs/venn.js";
import clsx from "clsx";
import { useMemo } from "react";

interface VennProps {
  /** Two or three names, the one that it is about first. */
  readonly names: readonly string[];
  /** Sizes of sets and of what they share, by the places of the names. */
  readonly areas: readonly { readonly of: readonly number[]; readonly size: number }[];
  /** All of it in words. */
  readonly label: string;
}

const WIDTH = 320;
const HEIGHT = 190;
const LOOKS = ["fill-ink/80 stroke-surface", "fill-info/45 stroke-surface", "fill-due/45 stroke-surface"];
const MARKS = ["bg-ink/80", "bg-info/45", "bg-due/45"];

/** Sets as circles whose areas, as far as circles can, are as large as what they hold. Heavy: load it with the part that shows it. */
export function Venn({ names, areas, label }: VennProps) {
  const circles = useMemo(() => {
    const placed = layout(
      areas
        .filter(({ of, size }) => of.length === 1 || size > 0)
        .map(({ of, size }) => ({ sets: of.map(String), size })),
      { width: WIDTH, height: HEIGHT, padding: 4 },
    );
    return placed.flatMap(({ data, circles: [circle] }) =>
      data.sets.length === 1 && circle ? [{ ...circle, place: Number(data.sets[0]) }] : [],
    );
  }, [areas]);
  return (
    <figure>
      <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="mx-auto block w-full max-w-80">
        {circles.map(({ place, x, y, radius }) => (
          <circle key={place} cx={x} cy={y} r={radius} strokeWidth="1.5" className={LOOKS[place]} />
        ))}
      </svg>
      <figcaption aria-hidden="true" className="flex flex-wrap justify-center gap-x-4 gap-y-1 pt-2 text-small">
        {names
          .map((name, place) => ({ name, place }))
          .map(({ name, place }) => (
            <span key={place} className="flex min-w-0 items-center gap-1.5">
              <span className={clsx("size-2.5 shrink-0 rounded-full", MARKS[place])} />
              <bdi className="truncate">{name}</bdi>
            </span>
          ))}
      </figcaption>
    </figure>
  );
}
