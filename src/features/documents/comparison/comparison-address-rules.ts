// What a comparison's address says: the two sides, how they are laid out, and whether what is the same is shown too.

export type Side = number | "draft";
export type ComparisonLayout = "unified" | "split";

export interface ComparisonAddress {
  readonly from: Side;
  readonly to: Side;
  readonly view: ComparisonLayout;
  readonly isWhole: boolean;
}

type Params = Readonly<Record<string, string | string[] | undefined>>;

/** A side that can't be read is the draft. */
export function readComparisonAddress(params: Params): ComparisonAddress {
  return {
    from: readSide(params.from),
    to: readSide(params.to),
    view: params.view === "split" ? "split" : "unified",
    isWhole: params.show === "all",
  };
}

function readSide(value: string | string[] | undefined): Side {
  return typeof value === "string" && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : "draft";
}

/** What stands behind the question mark; what goes without saying is left out. */
export function comparisonQuery({ from, to, view, isWhole }: ComparisonAddress): string {
  const query = new URLSearchParams({ from: String(from), to: String(to) });
  if (view === "split") query.set("view", view);
  if (isWhole) query.set("show", "all");
  return query.toString();
}

export function sideName(side: Side): string {
  return side === "draft" ? "Draft" : `v${side}`;
}
