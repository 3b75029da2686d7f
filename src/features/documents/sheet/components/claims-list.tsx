"use client";
import clsx from "clsx";
import { type ClipboardEvent, type KeyboardEvent, type Ref, useCallback, useRef, useState } from "react";
import { usePart } from "@/ui/use-part";
import type { Edit } from "../../drafts/edit-rules";
import { type Claim, itemName, type ListField } from "../../field-rules";
import { pastedTexts } from "../claim-rules";
import { ClaimRow, HandleSlot } from "./claim-row";
import { FeelingLine } from "./feeling-line";
import { type ItemActs, useItemActs } from "./item-acts";
import { TextInPlace } from "./text-in-place";

const loadSorting = () => import("./item-sorting-part").then((part) => part.ItemSortingPart);
const MAX_TEXT = 1_000;
/** The face of a sheet stays clean: the row for another claim shows where one points or writes. */
const REVEALED =
  "placeholder:opacity-0 placeholder:transition-opacity group-hover/list:placeholder:opacity-100 group-focus-within/list:placeholder:opacity-100 pointer-coarse:placeholder:opacity-100";

interface ClaimsListProps {
  readonly field: ListField;
  readonly claims: readonly Claim[];
  readonly edit: (edit: Edit) => void;
  /** What must be done before the first claim is added. */
  readonly before: Edit | undefined;
  /** The section was just opened: one goes on by writing. */
  readonly isOpened: boolean;
  readonly isAcross: boolean;
}

/** Claims that are typed, sorted and added to in place. */
export function ClaimsList({ field, claims, edit, before, isOpened, isAcross }: ClaimsListProps) {
  // The claim being written in the last row; it joins the rows above when the row is left.
  const [newId, setNewId] = useState(() => crypto.randomUUID());
  const [isPointedAt, setPointedAt] = useState(false);
  const [isDragReady, setDragReady] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const composer = useRef<HTMLTextAreaElement>(null);
  const Sorting = usePart(loadSorting, isPointedAt, () => setPointedAt(false));
  const rows = claims.filter((claim) => claim.id !== newId);
  const change = useCallback(
    (next: Edit) => {
      if (before) edit(before);
      edit(next);
    },
    [before, edit],
  );
  const acts = useItemActs(field, rows, change);
  const goOn = useCallback(() => composer.current?.focus(), []);
  const finish = () => claims.length > rows.length && setNewId(crypto.randomUUID());
  const next = () => {
    finish();
    // The row is made anew for the next claim; it takes the focus once it is there.
    requestAnimationFrame(() => composer.current?.focus());
  };
  return (
    <>
      <ul
        ref={list}
        onPointerEnter={() => setPointedAt(true)}
        onFocus={() => setPointedAt(true)}
        className={clsx(
          "group/list",
          isAcross && "relative grid auto-cols-[minmax(180px,1fr)] grid-flow-col overflow-x-auto pb-2",
        )}
      >
        {rows.map((claim, place) => (
          <li
            key={claim.id}
            data-item={claim.id}
            className={clsx(
              "group relative border-line data-dragging:z-10 data-dragging:bg-surface data-dragging:shadow-pop",
              isAcross ? "min-w-0 border-s px-3 first:border-s-0 first:ps-0" : "border-b py-1",
            )}
          >
            {isAcross && <FeelingLine field={field} stages={rows} place={place} />}
            <HandleSlot id={claim.id} isDragReady={isDragReady} isAcross={isAcross} />
            <ClaimRow
              field={field}
              claim={claim}
              label={`${field.label}, ${place + 1} of ${rows.length}`}
              max={MAX_TEXT}
              acts={acts}
              onEnter={goOn}
              isAcross={isAcross}
            />
          </li>
        ))}
        <li
          className={clsx(
            "text-ink-2",
            isAcross ? "border-s px-3 first:border-s-0 first:ps-0" : rows.length > 0 ? "-mb-6 py-1" : "py-1",
          )}
        >
          <Composer
            key={newId}
            ref={composer}
            field={field}
            id={newId}
            written={claims.find((claim) => claim.id === newId)}
            isFirst={rows.length === 0}
            isOpened={isOpened}
            acts={acts}
            onLeave={finish}
            onNext={next}
          />
        </li>
      </ul>
      {Sorting && rows.length > 1 && (
        <Sorting
          items={rows.map((claim) => ({ id: claim.id, name: itemName(field, claim) }))}
          list={list}
          isAcross={isAcross}
          onMove={acts.moveBefore}
          onReady={() => setDragReady(true)}
        />
      )}
    </>
  );
}

interface ComposerProps {
  readonly ref: Ref<HTMLTextAreaElement>;
  readonly field: ListField;
  readonly id: string;
  readonly written: Claim | undefined;
  readonly isFirst: boolean;
  readonly isOpened: boolean;
  readonly acts: ItemActs;
  readonly onLeave: () => void;
  readonly onNext: () => void;
}

/** The last row, in which the next claim is written; several lines that are pasted become as many claims. */
function Composer({ ref, field, id, written, isFirst, isOpened, acts, onLeave, onNext }: ComposerProps) {
  const write = (text: string) => {
    if (!written && text !== "") acts.add({ text }, id);
    else if (written && text === "") acts.remove(id);
    else if (written) acts.set(id, ["text"], text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onNext();
  };
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const texts = event.currentTarget.value === "" ? pastedTexts(event.clipboardData.getData("text"), MAX_TEXT) : [];
    if (texts.length === 0) return;
    event.preventDefault();
    for (const text of texts) acts.add({ text });
  };
  return (
    <TextInPlace
      ref={ref}
      label={`Add to ${field.label.toLowerCase()}`}
      className={isFirst ? "" : REVEALED}
      placeholder={isFirst ? field.hint || "Write the first one" : "Add another"}
      text={written?.text ?? ""}
      onText={write}
      isLine
      maxLength={MAX_TEXT}
      onBlur={onLeave}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      autoFocus={isOpened}
    />
  );
}
