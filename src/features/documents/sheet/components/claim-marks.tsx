import clsx from "clsx";
import { ScoreDots } from "@/ui/score-dots";
import { type Claim, displayValue, type Field, type ListField, PROVENANCES, valueAt } from "../../field-rules";
import { ownAttributes, saidAttributes } from "../claim-rules";

/** A small blue mark for what a claim rests on; an assumption has none, since its text is drawn as one. */
export function ProvenanceMark({ claim }: { readonly claim: Pick<Claim, "provenance"> }) {
  if (claim.provenance === "assumption") return null;
  return (
    <span className="inline-grid h-4 place-items-center rounded-[4px] bg-info-soft px-1 text-[0.65625rem] leading-none font-semibold whitespace-nowrap text-info">
      {PROVENANCES[claim.provenance]}
    </span>
  );
}

/** What a claim's section says about it, small enough to stand behind its text. */
export function ClaimMarks({ field, claim }: { readonly field: ListField; readonly claim: Claim }) {
  return (
    <>
      <ProvenanceMark claim={claim} />
      {saidAttributes(ownAttributes(field), claim).map((attribute) => (
        <AttributeMark key={attribute.path.join(".")} attribute={attribute} value={valueAt(claim, attribute.path)} />
      ))}
    </>
  );
}

/** Whether anything would be drawn for the claim. */
export function hasMarks(field: ListField, claim: Claim): boolean {
  return (
    claim.provenance !== "assumption" ||
    saidAttributes(ownAttributes(field), claim).some((attribute) => attribute.shape !== "line")
  );
}

function AttributeMark({ attribute, value }: { readonly attribute: Field; readonly value: unknown }) {
  switch (attribute.shape) {
    case "number":
      return attribute.min < 0 ? null : <ScoreDots label={attribute.label} score={Number(value)} of={attribute.max} />;
    case "choice":
      return <span className="text-small whitespace-nowrap text-ink-3">{displayValue(attribute, value)}</span>;
    default:
      return null;
  }
}

/** What is said about a claim in words, one line each, under its text. */
export function ClaimLines({
  field,
  claim,
  className,
}: {
  readonly field: ListField;
  readonly claim: Claim;
  readonly className?: string;
}) {
  const lines = saidAttributes(ownAttributes(field), claim).filter(({ shape }) => shape === "line");
  if (lines.length === 0) return null;
  return (
    <dl className={clsx("text-small text-ink-2", className)}>
      {lines.map((attribute) => (
        <div key={attribute.path.join(".")} dir="auto" className="wrap-anywhere">
          <dt className="inline text-ink-3">{attribute.label}: </dt>
          <dd className="inline">{displayValue(attribute, valueAt(claim, attribute.path))}</dd>
        </div>
      ))}
    </dl>
  );
}
