"use client";
import { Card, CardList } from "@/ui/card";
import { columnOf, isOrderOpen } from "../plan-edit-rules";
import { ColumnHead } from "./column-head";
import { type ColumnsProps, valuesOf } from "./columns-table";

/** The columns one under the other with some of their values, for narrow windows. */
export function ColumnsList({ detected, columns, draft, onRevise }: ColumnsProps) {
  return (
    <Card className="overflow-hidden">
      <CardList>
        {columns.map((column) => (
          <li key={column.name} className="min-w-0">
            <ColumnHead
              column={column}
              values={valuesOf(detected, column)}
              reading={columnOf(draft, column.name) ?? column}
              isEvents={draft.plan.subject === "events"}
              isOrderOpen={isOrderOpen(draft, column)}
              onChange={(change) => onRevise(column.name, change)}
              className="px-4 pt-2.5"
            />
            <p className="truncate px-4 pb-2.5 text-small text-ink-3">
              <bdi>{column.examples.slice(0, 4).join(" · ") || "Nothing in it"}</bdi>
            </p>
          </li>
        ))}
      </CardList>
    </Card>
  );
}
