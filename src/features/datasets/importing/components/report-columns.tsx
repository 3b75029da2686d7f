"use client";
import { Card } from "@/ui/card";
import { countedText, countText, shareText } from "../../value-words-rules";
import type { ColumnReport } from "../import-plan-rules";

const MOST_EXAMPLES = 6;

/** Columns of which not every value was read, with examples and where they stand in the file. */
export function ReportColumns({ columns, rows }: { readonly columns: readonly ColumnReport[]; readonly rows: number }) {
  const told = columns.filter(({ missing, unreadable }) => unreadable > 0 || missing.length > 0);
  if (told.length === 0) return null;
  return (
    <Card className="overflow-hidden">
      <table className="w-full table-fixed text-start">
        <caption className="sr-only">Values that are unknown, by column</caption>
        <thead className="border-b text-small text-ink-2 max-sm:sr-only">
          <tr>
            <th scope="col" className="w-[30%] px-4 py-2 text-start font-medium">
              Column
            </th>
            <th scope="col" className="px-4 py-2 text-start font-medium">
              Nothing known
            </th>
            <th scope="col" className="px-4 py-2 text-start font-medium">
              Couldn’t be read
            </th>
          </tr>
        </thead>
        <tbody className="divide-y">
          {told.map((column) => (
            <tr key={column.name} className="align-top max-sm:grid">
              <th scope="row" className="px-4 pt-2.5 text-start font-strong wrap-anywhere sm:py-2.5">
                <bdi>{column.name}</bdi>
              </th>
              <td className="px-4 py-1 text-ink-2 sm:py-2.5">
                <Missing column={column} rows={rows} />
              </td>
              <td className="px-4 pb-2.5 text-ink-2 sm:py-2.5">
                <Unreadable column={column} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Missing({ column: { missing }, rows }: { readonly column: ColumnReport; readonly rows: number }) {
  const count = missing.reduce((sum, one) => sum + one.count, 0);
  if (count === 0) return <span className="text-ink-3 max-sm:hidden">–</span>;
  const spellings = missing.map(({ spelling }) => (spelling.trim() === "" ? "empty" : `“${spelling}”`));
  return (
    <>
      <span className="tabular-nums">
        {countText(count)} ({shareText(count, rows)})
      </span>
      <span className="block text-small wrap-anywhere text-ink-3">{spellings.slice(0, 6).join(", ")}</span>
    </>
  );
}

function Unreadable({ column: { unreadable, examples } }: { readonly column: ColumnReport }) {
  if (unreadable === 0) return <span className="text-ink-3 max-sm:hidden">–</span>;
  return (
    <>
      <span className="text-due tabular-nums">{countedText(unreadable, "value")}, now unknown</span>
      <ul className="text-small text-ink-3">
        {examples.slice(0, MOST_EXAMPLES).map(({ row, text }) => (
          <li key={`${row} ${text}`} className="truncate" title={text}>
            Row {countText(row)}: <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}
