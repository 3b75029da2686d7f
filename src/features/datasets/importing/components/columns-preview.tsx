"use client";
import { useDeferredValue, useMemo, useState } from "react";
import { Button } from "@/ui/button";
import { Field, TextInput } from "@/ui/field";
import { countedText } from "../../value-words-rules";
import { ColumnsList } from "./columns-list";
import { type ColumnsProps, ColumnsTable } from "./columns-table";

/** Columns drawn at once. */
const STEP = 60;

/** As a table, and on a phone as a list; of a wide file as many as can be drawn, with a way to find the others. */
export function ColumnsPreview({ detected, draft, onRevise }: Omit<ColumnsProps, "columns">) {
  const [text, setText] = useState("");
  const [most, setMost] = useState(STEP);
  const sought = useDeferredValue(text.trim().toLocaleLowerCase());
  const found = useMemo(
    () => detected.columns.filter(({ name }) => name.toLocaleLowerCase().includes(sought)),
    [detected, sought],
  );
  const columns = found.slice(0, most);
  return (
    <div className="grid grid-cols-1 gap-3">
      {detected.columns.length > 20 && (
        <Field label="Find a column" isLabelHidden className="sm:w-64">
          <TextInput
            type="search"
            value={text}
            placeholder="Find a column"
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
          />
        </Field>
      )}
      {found.length === 0 && <p className="text-ink-2">No column is called so.</p>}
      {columns.length > 0 && (
        <>
          <div className="max-sm:hidden">
            <ColumnsTable detected={detected} columns={columns} draft={draft} onRevise={onRevise} />
          </div>
          <div className="sm:hidden">
            <ColumnsList detected={detected} columns={columns} draft={draft} onRevise={onRevise} />
          </div>
        </>
      )}
      {found.length > most && (
        <div>
          <Button onClick={() => setMost(most + STEP)}>
            Show {countedText(Math.min(STEP, found.length - most), "more column")}
          </Button>
        </div>
      )}
    </div>
  );
}
