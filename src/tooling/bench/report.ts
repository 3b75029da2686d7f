// What a measurement says, as Markdown that can be copied into the README.

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Sentences below the table. */
  readonly notes: readonly string[];
}

export interface Goal {
  readonly what: string;
  readonly measured: string;
  readonly goal: string;
  readonly isMet: boolean;
}

export interface Section {
  readonly tables: readonly Table[];
  readonly goals: readonly Goal[];
}

export function atMost(what: string, measured: number, limit: number, unit: string, digits = 2): Goal {
  const text = `${measured.toFixed(digits)}${unit}`;
  return { what, measured: text, goal: `≤ ${limit}${unit}`, isMet: measured <= limit };
}

export function atLeast(what: string, measured: number, limit: number, unit: string): Goal {
  const text = `${measured.toFixed(0)}${unit}`;
  return { what, measured: text, goal: `≥ ${limit}${unit}`, isMet: measured >= limit };
}

export function goalTable(goals: readonly Goal[]): Table {
  return {
    title: "Goals",
    columns: ["what", "measured", "goal", ""],
    rows: goals.map(({ what, measured, goal, isMet }) => [what, measured, goal, isMet ? "met" : "**missed**"]),
    notes: [],
  };
}

/** Cells are padded, so that the same text reads well in a terminal. Numbers stand to the right. */
export function markdown({ title, columns, rows, notes }: Table): string {
  const isNumeric = columns.map((_, at) => rows.every((row) => typeof row[at] === "number"));
  const cells = [columns, ...rows].map((row) => row.map((cell) => String(cell).replaceAll("|", "\\|")));
  const widths = columns.map((_, at) => Math.max(3, ...cells.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row
      .map((cell, at) => (isNumeric[at] ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join(" | ")} |`;
  const rule = `| ${widths.map((width, at) => (isNumeric[at] ? `${"-".repeat(width - 1)}:` : "-".repeat(width))).join(" | ")} |`;
  const [head = [], ...body] = cells;
  const below = notes.map((note) => `\n${note}`).join("\n");
  return [`### ${title}`, "", line(head), rule, ...body.map(line), below].join("\n");
}
