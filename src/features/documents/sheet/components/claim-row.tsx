"use client";
import clsx from "clsx";
import { Ellipsis, GripVertical } from "lucide-react";
import { type KeyboardEvent, memo, useRef, useState } from "react";
import { IconButton } from "@/ui/button";
import { usePart } from "@/ui/use-part";
import { type Claim, type ListField, placeOf } from "../../field-rules";
import { ThreadMark } from "../../threads/components/thread-mark";
import { ClaimLines, ClaimMarks, hasMarks } from "./claim-marks";
import type { ItemActs } from "./item-acts";
import { PlaceFrame } from "./place-frame";
import { TextInPlace } from "./text-in-place";

export const loadClaimDetails = () => import("./claim-details-part").then((part) => part.ClaimDetailsPart);

/** They lie over the end of the text where one points, so that it has all the room where one reads. */
const CONTROLS =
  "flex shrink-0 items-center rounded-s pointer-fine:absolute pointer-fine:end-0 pointer-fine:top-0 pointer-fine:group-focus-within:bg-paper pointer-fine:group-hover:bg-paper pointer-fine:has-[.text-info]:static";

interface ClaimRowProps {
  readonly field: ListField;
  readonly claim: Claim;
  /** What it is called by its place: "Goals, 2 of 3". */
  readonly label: string;
  readonly max: number;
  readonly acts: ItemActs;
  readonly onEnter: () => void;
  /** Stages are read across, everything else down. */
  readonly isAcross: boolean;
}

/** A claim that is typed in place. What is said about it stands behind it and is changed in its details. */
export const ClaimRow = memo(function ClaimRow({ field, claim, label, max, acts, onEnter, isAcross }: ClaimRowProps) {
  const [isOpen, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const Details = usePart(loadClaimDetails, isOpen, () => setOpen(false));
  const isAssumption = claim.provenance === "assumption";
  const remove = () => acts.remove(claim.id, claim.text.trim());
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const isEmpty = event.currentTarget.value === "";
    if (event.key === "Enter") onEnter();
    else if (event.key === "Backspace" && isEmpty) remove();
    else if (event.altKey && event.key === "ArrowUp") acts.move(claim.id, -1);
    else if (event.altKey && event.key === "ArrowDown") acts.move(claim.id, 1);
    else return;
    event.preventDefault();
  };
  return (
    <div className="relative flex min-w-0 items-start gap-1">
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-1.5">
        <PlaceFrame
          place={placeOf([...field.path, claim.id])}
          className="max-w-full supports-[not(field-sizing:content)]:basis-full"
        >
          <TextInPlace
            label={label}
            text={claim.text}
            onText={(text) => acts.set(claim.id, ["text"], text)}
            isLine
            maxLength={max}
            onKeyDown={onKeyDown}
            onBlur={(event) => event.currentTarget.value.trim() === "" && remove()}
            className={clsx(
              "supports-[field-sizing:content]:w-auto! supports-[field-sizing:content]:max-w-[calc(100%+1rem)]",
              isAssumption &&
                "decoration-due decoration-dashed decoration-[1.5px] underline-offset-[5px] not-focus:underline",
              isAcross && "font-strong",
            )}
          />
        </PlaceFrame>
        {isAssumption && <span className="sr-only">Assumption, no evidence yet</span>}
        {hasMarks(field, claim) && (
          <button
            type="button"
            aria-haspopup="dialog"
            tabIndex={-1}
            onClick={() => setOpen(true)}
            className="flex min-h-6 flex-wrap items-center gap-1.5 rounded-[4px] px-1"
          >
            <ClaimMarks field={field} claim={claim} />
            <span className="sr-only">Details of {label}</span>
          </button>
        )}
        <ClaimLines field={field} claim={claim} className="basis-full pb-0.5" />
      </div>
      <span className={CONTROLS}>
        <ThreadMark place={placeOf([...field.path, claim.id])} label={label} />
        <IconButton
          ref={anchor}
          size="s"
          label={`More for ${label}`}
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          icon={<Ellipsis aria-hidden="true" className="size-4" />}
          onClick={() => setOpen(true)}
          onPointerEnter={() => void loadClaimDetails().catch(() => undefined)}
          className="opacity-0 transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-60"
        />
      </span>
      {Details && <Details {...{ field, claim, label, anchor, acts, isAcross }} open={isOpen} onOpenChange={setOpen} />}
    </div>
  );
});

interface HandleSlotProps {
  readonly id: string;
  readonly isDragReady: boolean;
  readonly isAcross: boolean;
}

/** Where the claim is taken hold of, in the margin before it. The part that drags puts the real handle into it. */
export function HandleSlot({ id, isDragReady, isAcross }: HandleSlotProps) {
  return (
    <span
      data-handle={id}
      className={clsx(
        "absolute grid h-7 w-4 place-items-center text-ink-3 opacity-0 transition-opacity group-focus-within:opacity-100",
        "group-hover:opacity-100 sm:w-5 pointer-coarse:opacity-60",
        isAcross ? "end-1 top-0" : "-start-4 top-1 sm:-start-5",
      )}
    >
      {!isDragReady && <GripVertical aria-hidden="true" className="size-3.5" />}
    </span>
  );
}
