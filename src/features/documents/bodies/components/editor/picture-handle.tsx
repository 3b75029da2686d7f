"use client";
import { type KeyboardEvent, type PointerEvent, type RefObject, useRef } from "react";

const LEAST = 10;
const STEP = 5;

interface PictureHandleProps {
  /** In percent of the text's width. */
  readonly width: number;
  readonly box: RefObject<HTMLElement | null>;
  readonly onDrag: (width: number) => void;
  readonly onWidth: (width: number) => void;
}

const within = (width: number) => Math.round(Math.max(LEAST, Math.min(100, width)));

/** The edge of a picture, to be dragged or moved by arrow keys. */
export function PictureHandle({ width, box, onDrag, onWidth }: PictureHandleProps) {
  const dragged = useRef<number | null>(null);

  const widthAt = ({ clientX }: PointerEvent) => {
    const picture = box.current?.getBoundingClientRect();
    const text = box.current?.parentElement?.getBoundingClientRect();
    if (!picture || !text || text.width === 0) return width;
    const isRightToLeft = box.current ? getComputedStyle(box.current).direction === "rtl" : false;
    return within(((isRightToLeft ? picture.right - clientX : clientX - picture.left) / text.width) * 100);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: STEP, ArrowRight: STEP, ArrowDown: -STEP, ArrowLeft: -STEP }[event.key];
    const to = { Home: LEAST, End: 100 }[event.key];
    if (by === undefined && to === undefined) return;
    event.preventDefault();
    onWidth(to ?? within(width + (by ?? 0)));
  };

  return (
    <button
      type="button"
      role="slider"
      aria-label="Width of the picture"
      aria-valuemin={LEAST}
      aria-valuemax={100}
      aria-valuenow={width}
      aria-valuetext={`${width} percent of the text`}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        dragged.current = width;
      }}
      onPointerMove={(event) => {
        if (dragged.current === null) return;
        dragged.current = widthAt(event);
        onDrag(dragged.current);
      }}
      onPointerUp={() => {
        if (dragged.current !== null) onWidth(dragged.current);
        dragged.current = null;
      }}
      className="absolute inset-y-0 -end-3 grid w-6 cursor-ew-resize touch-none place-items-center"
    >
      <span className="h-12 max-h-[60%] w-2 rounded-full border-2 border-surface bg-focus" />
    </button>
  );
}
