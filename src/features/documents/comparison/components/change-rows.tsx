"use client";
import { type ReactNode, useState } from "react";
import { Button } from "@/ui/button";
import { usePart } from "@/ui/use-part";
import type { BodyChange, ChangeKind, FieldChange, Sides } from "../comparison-rules";

/** As many rows as are drawn before somebody asks for the rest. */
const SHOWN = 40;

const WORDS: Record<ChangeKind | "same", string> = {
  added: "Added",
  removed: "Removed",
  changed: "Changed",
  moved: "Moved",
  same: "Unchanged",
};

interface Row extends Sides {
  readonly place: string;
  readonly label: string;
  readonly change: ChangeKind | "same";
}

interface ChangeRowsProps {
  readonly changes: readonly FieldChange[];
  /** What stands below a change, such as why it was made. */
  readonly note?: (place: string, label: string) => ReactNode;
}

/** Changes one by one, a line or two each, for where the whole comparison would be too much. */
export function ChangeRows({ changes, note }: ChangeRowsProps) {
  const [isAll, setAll] = useState(false);
  const rows = changes.flatMap((change): (Row | BodyChange)[] =>
    change.shape === "list" ? change.items.map((item) => ({ ...item, label: change.label })) : [change],
  );
  const shown = isAll ? rows : rows.slice(0, SHOWN);
  return (
    <>
      <ul className="divide-y border-y">
        {shown.map((row) => (
          <li key={row.place} className="grid gap-x-4 gap-y-1 py-2.5 sm:grid-cols-[140px_minmax(0,1fr)]">
            <div className="min-w-0">
              <p className="font-strong wrap-anywhere">{row.label}</p>
              <p className="text-small text-ink-3">{WORDS[row.change]}</p>
            </div>
            <div className="min-w-0 wrap-anywhere">
              {"shape" in row && row.shape === "body" ? <BodyRow change={row} /> : <RowText row={row as Row} />}
              {note?.(row.place, rowName(row))}
            </div>
          </li>
        ))}
      </ul>
      {shown.length < rows.length && (
        <Button size="s" className="mt-3" onClick={() => setAll(true)}>
          Show all {rows.length} changes
        </Button>
      )}
    </>
  );
}

const loadBody = () => import("./body-change-part").then((part) => part.BodyChangePart);

/** Finding out what differs in prose takes code that most dialogs do without. */
function BodyRow({ change }: { readonly change: BodyChange }) {
  const [isFailed, setFailed] = useState(false);
  const Part = usePart(loadBody, !isFailed, () => setFailed(true));
  return Part ? <Part change={change} /> : <p className="text-ink-3">Comparing…</p>;
}

/** The label, and in a list also what the item is called by. */
function rowName(row: Row | BodyChange): string {
  const { label } = row;
  const text = "before" in row ? row.after || row.before : "";
  return text ? `${label}: ${text.slice(0, 60)}` : label;
}

function RowText({ row }: { readonly row: Row }) {
  if (row.before === row.after) return <p dir="auto">{row.after}</p>;
  return (
    <>
      {row.before && (
        <p dir="auto" className="line-clamp-4 text-ink-2">
          <del>{row.before}</del>
        </p>
      )}
      {row.after && (
        <p dir="auto" className="line-clamp-4">
          <ins>{row.after}</ins>
        </p>
      )}
    </>
  );
}
