"use client";
import clsx from "clsx";
import { memo, useMemo, useState } from "react";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Pill } from "@/ui/pill";
import { Select } from "@/ui/select";
import type { PreviewedPiece } from "../portable-contract";
import type { Target } from "../target-rules";
import type { ImportPageProps } from "./import-page-props";

/** Rows that are drawn at once: each has a choice of all fields. */
const STEP = 120;
const TOGETHER = "*together";

interface ImportPiecesProps {
  readonly pieces: readonly PreviewedPiece[];
  readonly targets: readonly Target[];
  readonly rest: ImportPageProps["rest"];
  readonly moves: ReadonlyMap<number, string>;
  readonly onMove: (pieces: readonly number[], to: string) => void;
}

/** The text at the left, piece by piece; at the right where each goes. */
export function ImportPieces({ pieces, targets, rest, moves, onMove }: ImportPiecesProps) {
  const [shown, setShown] = useState(STEP);
  const below = useMemo(() => piecesBelow(pieces, rest.place), [pieces, rest.place]);
  return (
    <>
      <ul className="divide-y">
        {pieces.slice(0, shown).map((piece) => (
          <PieceRow
            key={piece.number}
            piece={piece}
            to={moves.get(piece.number) ?? piece.to}
            targets={targets}
            rest={rest}
            below={below.get(piece.number)}
            onMove={onMove}
          />
        ))}
      </ul>
      {pieces.length > shown && (
        <div className="py-3 text-center">
          <Button onClick={() => setShown(shown + STEP)}>Show {Math.min(STEP, pieces.length - shown)} more</Button>
        </div>
      )}
    </>
  );
}

interface PieceRowProps extends Pick<ImportPiecesProps, "targets" | "rest" | "onMove"> {
  readonly piece: PreviewedPiece;
  readonly to: string;
  /** Of a heading that means no field: the pieces under it, which can go somewhere together. */
  readonly below: readonly number[] | undefined;
}

/** The pieces up to the next heading, by the number of each heading that means no field. */
function piecesBelow(pieces: readonly PreviewedPiece[], rest: string): ReadonlyMap<number, readonly number[]> {
  const below = new Map<number, number[]>();
  let open: number[] | undefined;
  for (const { number, isLabel, to } of pieces) {
    if (isLabel) {
      open = to === rest ? [] : undefined;
      if (open) below.set(number, open);
    } else open?.push(number);
  }
  return below;
}

const PieceRow = memo(function PieceRow({ piece, to, targets, rest, below, onMove }: PieceRowProps) {
  const { number, where, text, isLabel, isFixed, mark } = piece;
  const label = targets.find(({ value }) => value === to)?.label;
  const isRest = to === rest.place;
  return (
    <li className="grid gap-x-5 gap-y-1.5 py-2.5 md:grid-cols-[84px_minmax(0,1fr)_250px] md:items-center">
      <p className="text-small text-ink-3 wrap-anywhere">{where}</p>
      <div className="min-w-0">
        <p
          dir="auto"
          className={clsx(
            "line-clamp-6 whitespace-pre-line wrap-anywhere",
            isLabel && "font-strong text-ink-2",
            to === "*out" && "line-through",
          )}
        >
          {mark && <span aria-hidden="true">{mark} </span>}
          {text}
        </p>
      </div>
      <div className="min-w-0">
        {below && below.length > 1 ? (
          <Field label={`Where all of “${text.slice(0, 60)}” goes`} isLabelHidden>
            <Select
              options={[{ value: TOGETHER, label: `Move all ${below.length} of it…` }, ...targets]}
              value={TOGETHER}
              onValueChange={(target) => target !== TOGETHER && onMove(below, target)}
            />
          </Field>
        ) : isLabel || isFixed ? (
          <p className="text-small text-ink-2">{isFixed ? (label ?? "As it was") : labelWords(to, label, isRest)}</p>
        ) : (
          <div className="grid gap-1">
            <Field label={`Where “${text.slice(0, 60)}” goes`} isLabelHidden>
              <Select options={targets} value={to} onValueChange={(target) => onMove([number], target)} />
            </Field>
            {isRest && !piece.isMeant && (
              <p>
                <Pill tone="due">No field: kept in the {rest.name}</Pill>
              </p>
            )}
          </div>
        )}
      </div>
    </li>
  );
});

function labelWords(to: string, label: string | undefined, isRest: boolean): string {
  if (to === "title") return "The name";
  if (isRest) return "Kept as a heading";
  return label ? `Means “${label}”` : "Kept";
}
