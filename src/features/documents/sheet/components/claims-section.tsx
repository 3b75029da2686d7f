"use client";
import clsx from "clsx";
import { memo, useId, useRef, useState } from "react";
import { TermHint } from "@/features/workspaces/components/term-hint";
import { usePart } from "@/ui/use-part";
import { useContentPart, useEdit } from "../../drafts/components/content-context";
import type { Edit } from "../../drafts/edit-rules";
import { type Claim, type ListField, placeOf, valueAt } from "../../field-rules";
import { ThreadMark } from "../../threads/components/thread-mark";
import { feelingOf } from "../claim-rules";
import { ClaimLines, ClaimMarks, hasMarks } from "./claim-marks";
import { loadClaimDetails } from "./claim-row";
import { ClaimsList } from "./claims-list";
import { FeelingLine } from "./feeling-line";

const NONE: readonly Claim[] = [];

interface ClaimsSectionProps {
  readonly field: ListField;
  /** Somebody has just asked for it, to write in it. */
  readonly isOpened?: boolean | undefined;
  /** What must be done before the first claim is added, such as making the section that a workspace defined. */
  readonly before?: Edit | undefined;
  /** The first of a page says what a claim is to whoever asks. */
  readonly isFirst?: boolean | undefined;
}

/**
 * A section of claims. Without evidence a claim is an assumption, and drawn as one. Empty ones collapse for readers.
 * Renders for its own claims alone: the sheet around it does so with every edit of anything.
 */
export const ClaimsSection = memo(function ClaimsSection({
  field,
  isOpened = false,
  before,
  isFirst,
}: ClaimsSectionProps) {
  const edit = useEdit();
  const claims = (useContentPart((content) => valueAt(content, field.path)) ?? NONE) as readonly Claim[];
  const heading = useId();
  if (!edit && claims.length === 0) return null;
  const isAcross = feelingOf(field) !== undefined;
  return (
    <section aria-labelledby={heading} className="min-w-0">
      <div className="group mb-1.5 flex min-w-0 items-center gap-1">
        <h2 id={heading} dir="auto" className="min-w-0 text-section wrap-anywhere">
          {field.label}
        </h2>
        {isFirst && <TermHint term="claim" />}
        <ThreadMark place={placeOf(field.path)} label={field.label} />
      </div>
      {edit ? (
        <ClaimsList {...{ field, claims, isOpened, isAcross, before, edit }} />
      ) : (
        <ul
          className={clsx(isAcross && "relative grid auto-cols-[minmax(180px,1fr)] grid-flow-col overflow-x-auto pb-2")}
        >
          {claims.map((claim, place) => (
            <li
              key={claim.id}
              className={
                isAcross
                  ? "group min-w-0 border-s border-line px-3 first:border-s-0 first:ps-0"
                  : "group border-b border-line py-1.5"
              }
            >
              {isAcross && <FeelingLine field={field} stages={claims} place={place} />}
              <ReadClaim {...{ field, claim, isAcross }} label={`${field.label}, ${place + 1} of ${claims.length}`} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
});

interface ReadClaimProps {
  readonly field: ListField;
  readonly claim: Claim;
  /** What it is called by its place: "Goals, 2 of 3". */
  readonly label: string;
  readonly isAcross: boolean;
}

function ReadClaim({ field, claim, label, isAcross }: ReadClaimProps) {
  return (
    <>
      <p dir="auto" className={clsx("wrap-anywhere", isAcross && "font-strong")}>
        <span className={claim.provenance === "assumption" ? "border-b-[1.5px] border-dashed border-due" : ""}>
          {claim.text}
        </span>
        {claim.provenance === "assumption" && <span className="sr-only"> (assumption, no evidence yet)</span>}
        {(hasMarks(field, claim) || claim.source !== "") && <ReadMarks field={field} claim={claim} />}
        <ThreadMark place={placeOf([...field.path, claim.id])} label={label} className="ms-1 align-middle" />
      </p>
      <ClaimLines field={field} claim={claim} />
    </>
  );
}

/** The marks behind a claim, which open what it rests on. */
function ReadMarks({ field, claim }: { readonly field: ListField; readonly claim: Claim }) {
  const [isOpen, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const Details = usePart(loadClaimDetails, isOpen, () => setOpen(false));
  return (
    <>
      <button
        ref={anchor}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
        className="ms-1.5 inline-flex min-h-6 flex-wrap items-center gap-1.5 rounded-[4px] align-middle"
      >
        <ClaimMarks field={field} claim={claim} />
        {!hasMarks(field, claim) && <span className="text-small text-ink-3 underline decoration-dotted">Rests on</span>}
        <span className="sr-only">What it rests on</span>
      </button>
      {Details && (
        <Details {...{ field, claim, anchor }} label={claim.text} acts={null} open={isOpen} onOpenChange={setOpen} />
      )}
    </>
  );
}
