"use client";
// Rows that are taken by the pointer and put between others. By keyboard the same is done from the row's menu.
import {
  type CollisionDetection,
  DndContext,
  MouseSensor,
  TouchSensor,
  useDndContext,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import clsx from "clsx";
import type { ReactNode } from "react";
import { mayStandIn, type RowPlace } from "../rule-tree-rules";
import { useBuilder } from "./builder-context";

/** The gap that is nearest to the pointer, by height. */
const nearestGap: CollisionDetection = ({ droppableContainers, droppableRects, pointerCoordinates }) => {
  if (!pointerCoordinates) return [];
  const { x, y } = pointerCoordinates;
  const gaps = droppableContainers.flatMap((container) => {
    const rect = droppableRects.get(container.id);
    if (!rect) return [];
    // Where gaps of several boxes lie close to one another, how far to the side one points decides.
    const aside = Math.max(0, rect.left - x) / 4;
    return [{ id: container.id, data: { droppableContainer: container, value: Math.abs(rect.top - y) + aside } }];
  });
  return gaps.toSorted((one, other) => one.data.value - other.data.value).slice(0, 1);
};

/** Nothing is said: who drags sees it, and the menu's way says what it did. */
const SILENT = {
  announcements: {
    onDragStart: () => undefined,
    onDragOver: () => undefined,
    onDragEnd: () => undefined,
    onDragCancel: () => undefined,
  },
};

export function RowDragging({ children }: { readonly children: ReactNode }) {
  const { move } = useBuilder();
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 150, tolerance: 8 } }),
  );
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={nearestGap}
      accessibility={SILENT}
      onDragEnd={({ active, over }) => {
        const place = over?.data.current as RowPlace | undefined;
        if (place) move(String(active.id), place);
      }}
    >
      {children}
    </DndContext>
  );
}

/** What takes hold of a row; a press without a drag is its child's. */
export function RowHandle({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const { setNodeRef, listeners } = useDraggable({ id });
  return (
    <span ref={setNodeRef} {...listeners} className="inline-flex cursor-grab touch-none">
      {children}
    </span>
  );
}

/** Whether this row is being dragged. */
export function useIsDragged(id: string): boolean {
  return useDndContext().active?.id === id;
}

/** Where a row can be put, in front of another or at the end of a box; a line while one points there. */
export function RowGap({ within, before }: RowPlace) {
  const { rows } = useBuilder();
  const { active } = useDndContext();
  const isOpen = active !== null && mayStandIn(rows, String(active.id), within);
  const { setNodeRef, isOver } = useDroppable({
    id: before === null ? `end.${within}` : `before.${before}`,
    data: { within, before },
    disabled: !isOpen,
  });
  return (
    <span
      ref={setNodeRef}
      aria-hidden="true"
      className={clsx("pointer-events-none absolute inset-x-0 -top-[5px] h-[3px] rounded-full", isOver && "bg-focus")}
    />
  );
}

/** Where a row can be left out when nothing is left out yet; there while one drags. */
export function LeaveOutStrip({ within }: { readonly within: string }) {
  const { active } = useDndContext();
  if (!active) return null;
  return (
    <div className="relative rounded-s border border-dashed border-line-strong py-2 text-center text-small text-ink-3">
      <RowGap within={within} before={null} />
      Leave out
    </div>
  );
}
