// What a comparison's address says: the two sides, how they are laid out, and whether what is the same is shown too.

/** A version by its number, the draft, or a copy of the draft by its id. */
export type Side = number | "draft" | PointSide;
export type PointSide = `point-${number}`;
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
  if (typeof value !== "string") return "draft";
  if (isPointSide(value)) return value;
  return /^[1-9]\d{0,5}$/.test(value) ? Number(value) : "draft";
}

export function isPointSide(value: string): value is PointSide {
  return /^point-[1-9]\d{0,14}$/.test(value);
}

/** The id of the copy that a side names. */
export function pointOf(side: PointSide): number {
  return Number(side.slice("point-".length));
}

/** What stands behind the question mark; what goes without saying is left out. */
export function comparisonQuery({ from, to, view, isWhole }: ComparisonAddress): string {
  const query = new URLSearchParams({ from: String(from), to: String(to) });
  if (view === "split") query.set("view", view);
  if (isWhole) query.set("show", "all");
  return query.toString();
}

export function sideName(side: Side): string {
  if (side === "draft") return "Draft";
  return typeof side === "number" ? `v${side}` : "The copy";
}
