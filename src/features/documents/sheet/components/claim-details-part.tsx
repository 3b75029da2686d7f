"use client";
import { ArrowDown, ArrowUp, X } from "lucide-react";
import { type RefObject, useId } from "react";
import { Button } from "@/ui/button";
import { PopoverPart } from "@/ui/popover-part";
import { type Claim, displayValue, type ListField, PROVENANCES, valueAt } from "../../field-rules";
import { ownAttributes, PROVENANCE_MEANINGS, saidAttributes } from "../claim-rules";
import { AttributeControl } from "./attribute-control";
import type { ItemActs } from "./item-acts";
import { TextInPlace } from "./text-in-place";

export interface ClaimDetailsProps {
  readonly field: ListField;
  readonly claim: Claim;
  /** What the claim is called by its place: "Goals, 2 of 3". */
  readonly label: string;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Null where the claim is only read. */
  readonly acts: ItemActs | null;
  readonly isAcross?: boolean | undefined;
}

/** What a claim rests on and what its section says about it, to read or to change. */
export function ClaimDetailsPart({ field, claim, label, acts, isAcross, ...popover }: ClaimDetailsProps) {
  return (
    <PopoverPart label={`Details of ${label}`} align="end" {...popover}>
      {acts ? (
        <ClaimForm
          field={field}
          claim={claim}
          acts={acts}
          isAcross={isAcross}
          close={() => popover.onOpenChange(false)}
        />
      ) : (
        <ClaimFacts field={field} claim={claim} />
      )}
    </PopoverPart>
  );
}

function ClaimFacts({ field, claim }: Pick<ClaimDetailsProps, "field" | "claim">) {
  const facts = saidAttributes(ownAttributes(field), claim).map((attribute) => ({
    label: attribute.label,
    text: displayValue(attribute, valueAt(claim, attribute.path)),
  }));
  return (
    <div className="grid gap-3">
      <div>
        <p className="font-semibold">{PROVENANCES[claim.provenance]}</p>
        <p className="text-small text-ink-2">{PROVENANCE_MEANINGS[claim.provenance]}</p>
      </div>
      <dl className="grid gap-2">
        {[{ label: "Rests on", text: claim.source }, ...facts]
          .filter(({ text }) => text !== "")
          .map((fact) => (
            <div key={fact.label}>
              <dt className="text-label text-ink-3">{fact.label}</dt>
              <dd dir="auto" className="wrap-anywhere">
                {fact.text}
              </dd>
            </div>
          ))}
      </dl>
    </div>
  );
}

interface FormProps extends Pick<ClaimDetailsProps, "field" | "claim" | "isAcross"> {
  readonly acts: ItemActs;
  readonly close: () => void;
}

function ClaimForm({ field, claim, acts, isAcross, close }: FormProps) {
  const sourceId = useId();
  const group = useId();
  return (
    <div className="grid gap-4">
      <fieldset className="min-w-0">
        <legend className="mb-1 text-label text-ink-3">How we know</legend>
        <div className="grid gap-0.5">
          {Object.entries(PROVENANCES).map(([name, words]) => (
            <label
              key={name}
              className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 rounded-s px-2 py-1 hover:bg-sunk has-checked:bg-sunk has-focus-visible:outline-2 has-focus-visible:outline-focus"
            >
              <input
                type="radio"
                name={group}
                className="mt-[3px] accent-ink outline-none"
                checked={claim.provenance === name}
                onChange={() => acts.set(claim.id, ["provenance"], name)}
              />
              <span>
                <span className="font-strong">{words}</span>{" "}
                <span className="text-small text-ink-3">{PROVENANCE_MEANINGS[name as Claim["provenance"]]}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <div>
        <label htmlFor={sourceId} className="block text-label text-ink-3">
          Rests on
        </label>
        <TextInPlace
          id={sourceId}
          text={claim.source}
          onText={(text) => acts.set(claim.id, ["source"], text)}
          isLine
          maxLength={300}
          placeholder="Where we know it from"
        />
      </div>
      {ownAttributes(field).map((attribute) => (
        <AttributeControl
          key={attribute.path.join(".")}
          attribute={attribute}
          value={valueAt(claim, attribute.path)}
          onValue={(value) => acts.set(claim.id, attribute.path, value)}
        />
      ))}
      <div className="-mx-2 -mb-2 flex flex-wrap gap-1 border-t pt-2">
        <Button
          size="s"
          variant="ghost"
          icon={<ArrowUp className="size-3.5" />}
          onClick={() => acts.move(claim.id, -1)}
        >
          {isAcross ? "Earlier" : "Up"}
        </Button>
        <Button
          size="s"
          variant="ghost"
          icon={<ArrowDown className="size-3.5" />}
          onClick={() => acts.move(claim.id, 1)}
        >
          {isAcross ? "Later" : "Down"}
        </Button>
        <Button
          size="s"
          variant="ghost"
          icon={<X className="size-3.5" />}
          className="ms-auto"
          onClick={() => {
            close();
            acts.remove(claim.id, claim.text);
          }}
        >
          Remove
        </Button>
      </div>
    </div>
  );
}
