// What the data say now against what they said when a version was published, a few figures of it.
import {
  binLabels,
  type MemberProfile,
  percent,
  sumOf,
  type TraitPicture,
  traitNumber,
} from "@/features/datasets/measures/profile-rules";

export interface DataFigure {
  readonly label: string;
  /** As it was measured first; null where it was not. */
  readonly frozen: string | null;
  readonly now: string;
  /** It changed further than chance explains. */
  readonly isMoved: boolean;
}

interface Measured {
  readonly count: number | null;
  readonly profile: MemberProfile | null;
}

interface MeasuredNow extends Measured {
  readonly drift: {
    readonly traits: readonly { readonly id: string; readonly state: string }[];
    readonly size: { readonly isChanged: boolean };
  } | null;
}

/** A share is told once it changed by so much. */
const TOLD_POINTS = 0.01;

/** The size and the `most` traits that moved most. `frozen` is the first measure, null where `now` is the first one. */
export function figuresNow(frozen: Measured | null, now: MeasuredNow, most: number): readonly DataFigure[] {
  const moved = new Map(now.drift?.traits.map(({ id, state }) => [id, state === "major" || state === "moderate"]));
  const order = [...moved.keys()];
  const current = now.profile?.traits ?? [];
  const ranked = current.toSorted((one, other) => rank(order, one.id) - rank(order, other.id));
  const before = new Map(frozen?.profile?.traits.map((trait) => [trait.id, trait]));
  const figures = ranked.flatMap((trait) => {
    const first = before.get(trait.id);
    const figure = first && traitFigure(first, trait);
    return figure ? [{ ...figure, isMoved: moved.get(trait.id) ?? false }] : [];
  });
  return [...sizeFigure(frozen, now), ...figures.slice(0, most)];
}

function rank(order: readonly string[], id: string): number {
  const at = order.indexOf(id);
  return at < 0 ? order.length : at;
}

function sizeFigure(frozen: Measured | null, now: MeasuredNow): readonly DataFigure[] {
  if (now.count === null) return [];
  const say = (count: number) => count.toLocaleString("en");
  const before = frozen?.count ?? null;
  return [
    {
      label: "Segment size",
      frozen: before === null ? null : say(before),
      now: say(now.count),
      isMoved: now.drift?.size.isChanged ?? false,
    },
  ];
}

/** A number by its middle, everything else by the share that changed most; null where nothing did. */
function traitFigure(before: TraitPicture, now: TraitPicture): Omit<DataFigure, "isMoved"> | null {
  if (before.typical && now.typical) {
    const [frozen, current] = [before, now].map(({ typical, unit }) => traitNumber(typical?.median ?? 0, unit));
    return frozen === undefined || current === undefined || frozen === current
      ? null
      : { label: `${now.label}, in the middle`, frozen, now: current };
  }
  // The day that a trait counts from moves with the data: its bins say the same of other days.
  if (before.members.length !== now.members.length) return null;
  const [n, m] = [sumOf(before.members), sumOf(now.members)];
  if (n === 0 || m === 0) return null;
  const labels = binLabels(before);
  const [most] = before.members
    .map((count, bin) => ({ bin, from: count / n, to: (now.members[bin] ?? 0) / m }))
    .toSorted((one, other) => Math.abs(other.to - other.from) - Math.abs(one.to - one.from));
  if (!most || Math.abs(most.to - most.from) < TOLD_POINTS) return null;
  return { label: `${now.label}: ${labels[most.bin]}`, frozen: percent(most.from), now: percent(most.to) };
}
