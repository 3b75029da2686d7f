"use client";
import clsx from "clsx";
import { type KeyboardEvent, memo, useMemo, useState } from "react";
import { readCell } from "../cell-reading-rules";
import type { ColumnReading, DetectedColumn, DetectedFile } from "../import-plan-rules";
import { columnOf, isOrderOpen, type PlanDraft } from "../plan-edit-rules";
import { ColumnHead } from "./column-head";

export interface ColumnsProps {
  readonly detected: DetectedFile;
  /** Those of them that are drawn. */
  readonly columns: readonly DetectedColumn[];
  readonly draft: PlanDraft;
  readonly onRevise: (name: string, change: Partial<Omit<ColumnReading, "name">>) => void;
}

/** Rows that are drawn; more wouldn’t say more. */
const ROWS = 10;
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** The first rows as a table, each cell as it will be understood; the heads open what can be said about their column. */
export function ColumnsTable({ detected, columns, draft, onRevise }: ColumnsProps) {
  const [at, setAt] = useState(0);
  const places = useMemo(() => new Map(detected.columns.map(({ name }, place) => [name, place])), [detected]);
  const walk = (event: KeyboardEvent<HTMLButtonElement>, from: number) => {
    const to =
      event.key === "Home" ? 0 : event.key === "End" ? columns.length - 1 : from + (STEPS[event.key] ?? Number.NaN);
    const name = columns[to]?.name;
    if (name === undefined) return;
    event.preventDefault();
    setAt(to);
    event.currentTarget.closest("tr")?.querySelectorAll<HTMLButtonElement>("button[data-column]").item(to).focus();
  };
  return (
    <section
      aria-label="First rows"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className="overflow-x-auto rounded-m border bg-surface shadow-card"
    >
      <table className="min-w-full border-separate border-spacing-0 text-start">
        <caption className="sr-only">
          The first rows of the file. Each column’s head opens how the column is read; the arrow keys go from head to
          head.
        </caption>
        <thead>
          <tr>
            {columns.map((column, position) => {
              const reading = columnOf(draft, column.name) ?? column;
              return (
                <th
                  key={column.name}
                  scope="col"
                  className="h-px border-e border-b p-0 align-top font-normal last:border-e-0"
                >
                  <ColumnHead
                    column={column}
                    values={valuesOf(detected, column)}
                    reading={reading}
                    isEvents={draft.plan.subject === "events"}
                    isOrderOpen={isOrderOpen(draft, column)}
                    onChange={(change) => onRevise(column.name, change)}
                    tabIndex={position === at ? 0 : -1}
                    onKeyDown={(event) => walk(event, position)}
                    className="h-full w-full max-w-56 min-w-36 px-3 py-2"
                  />
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {detected.firstRows.slice(0, ROWS).map((row, number) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a file have no name but their number.
            <tr key={number} className="group/row">
              {columns.map((column) => (
                <Cell
                  key={column.name}
                  isOpen={isOrderOpen(draft, column)}
                  written={row[places.get(column.name) ?? -1] ?? ""}
                  reading={columnOf(draft, column.name) ?? column}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A column’s values in the first rows, as written. */
export function valuesOf({ columns, firstRows }: DetectedFile, { name }: DetectedColumn): readonly string[] {
  const place = columns.findIndex((column) => column.name === name);
  return firstRows.map((row) => row[place] ?? "");
}

interface CellProps {
  readonly written: string;
  readonly reading: ColumnReading;
  /** Nobody has said yet how it is to be read: it stands as it is written. */
  readonly isOpen: boolean;
}

const Cell = memo(function Cell({ written, reading, isOpen }: CellProps) {
  const isOut = reading.role === "drop" || isOpen;
  const read = readCell(written, reading);
  const shown = isOut || read.kind !== "value" ? written.trim() : read.text;
  const isFigure = reading.type === "number";
  return (
    <td
      title={written.trim() !== shown ? `Written as “${written}”` : written}
      className={clsx(
        "max-w-56 truncate border-e border-b px-3 py-1.5 last:border-e-0 group-last/row:border-b-0",
        isFigure && "text-end tabular-nums",
        reading.role === "drop" ? "bg-sunk text-ink-3" : read.kind === "value" ? "text-ink-2" : "text-ink-3",
      )}
    >
      {!isOut && read.kind === "unreadable" ? (
        <span className="rounded-[3px] bg-due-soft px-1 text-due">
          <bdi>{shown}</bdi>
          <span className="sr-only">, can’t be read so and will be unknown</span>
        </span>
      ) : !isOut && read.kind === "missing" ? (
        <span title="Unknown">
          {shown === "" ? <span aria-hidden="true">–</span> : <bdi className="line-through">{shown}</bdi>}
          <span className="sr-only">unknown</span>
        </span>
      ) : (
        <bdi>{shown}</bdi>
      )}
    </td>
  );
});
