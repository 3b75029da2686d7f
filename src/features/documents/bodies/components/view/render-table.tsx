import type { ReactNode } from "react";
import type { BodyNode } from "../../body-rules";
import { wholeOf } from "./attributes";

const MOST_COLUMNS = 100;

/** A table in a box of its own, so that a wide one is scrolled without the page. */
export function renderTable(table: BodyNode, renderCell: (cell: BodyNode) => ReactNode): ReactNode {
  const rows = table.content ?? [];
  const widths = columnWidths(rows[0]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached to be scrolled by keys.
    <section className="tableWrapper" tabIndex={0} aria-label="Table">
      <table>
        {widths.some((width) => width !== null) && (
          <colgroup>
            {widths.map((width, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column has no name but its place.
              <col key={index} {...(width !== null && { style: { width } })} />
            ))}
          </colgroup>
        )}
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            <tr key={index}>
              {row.content?.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                <Cell key={place} cell={cell} isTop={index === 0}>
                  {renderCell(cell)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function columnWidths(row: BodyNode | undefined): readonly (number | null)[] {
  const widths = (row?.content ?? []).flatMap((cell) => {
    const list = Array.isArray(cell.attrs?.colwidth) ? (cell.attrs.colwidth as readonly unknown[]) : [];
    const span = wholeOf(cell, "colspan", 1, MOST_COLUMNS) ?? 1;
    return Array.from({ length: span }, (_, at) => {
      const width = list[at];
      return typeof width === "number" && width > 0 && width <= 5_000 ? width : null;
    });
  });
  return widths.slice(0, MOST_COLUMNS);
}

interface CellProps {
  readonly cell: BodyNode;
  readonly isTop: boolean;
  readonly children: ReactNode;
}

function Cell({ cell, isTop, children }: CellProps) {
  const spans = {
    colSpan: wholeOf(cell, "colspan", 1, MOST_COLUMNS) ?? 1,
    rowSpan: wholeOf(cell, "rowspan", 1, 1_000) ?? 1,
  };
  if (cell.type === "tableHeader") {
    return (
      <th {...spans} scope={isTop ? "col" : "row"}>
        {children}
      </th>
    );
  }
  return cell.type === "tableCell" ? <td {...spans}>{children}</td> : null;
}
