"use client";
import { Time } from "@/ui/time";
import type { VersionHead } from "../../document-contract";
import { VERSION_REASON_WORDS } from "../../versions/version-reason-rules";
import { isPointSide, type Side } from "../comparison-address-rules";

const SHOWN = 4;

const isPoint = (side: Side) => typeof side === "string" && isPointSide(side);

/** The publications that lie between the two sides, with what was said at each: why things changed. */
export function PublicationsBetween(props: {
  readonly versions: readonly VersionHead[];
  readonly from: Side;
  readonly to: Side;
}) {
  // Where between two versions a copy of the draft belongs, it doesn't tell.
  if (isPoint(props.from) || isPoint(props.to)) return null;
  const numberOf = (side: Side) => (typeof side === "number" ? side : Number.POSITIVE_INFINITY);
  const [one, two] = [numberOf(props.from), numberOf(props.to)];
  const between = props.versions.filter(({ number }) => number > Math.min(one, two) && number <= Math.max(one, two));
  if (between.length === 0) return null;
  return (
    <section aria-label="Published in between" className="mb-5 rounded-m bg-sunk px-4 py-3">
      <ul className="grid gap-1">
        {between.slice(0, SHOWN).map(({ number, note, reason, author, publishedAt }) => (
          <li key={number} className="min-w-0 wrap-anywhere">
            <strong>v{number}</strong> <bdi>{note}</bdi>{" "}
            <span className="text-small text-ink-3">
              {reason !== "first" && `${VERSION_REASON_WORDS[reason]} · `}
              {author.name}, <Time at={publishedAt} />
            </span>
          </li>
        ))}
      </ul>
      {between.length > SHOWN && (
        <p className="mt-1 text-small text-ink-3">and {between.length - SHOWN} earlier publications</p>
      )}
    </section>
  );
}
