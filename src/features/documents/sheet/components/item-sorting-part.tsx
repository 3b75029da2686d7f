"use client";
// Dragging of a list's rows by pointer, touch and keyboard. It stands beside the list and reaches into its rows, so that
// loading it later doesn't build them anew under somebody who types.
import {
  type Announcements,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import {
  horizontalListSortingStrategy,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { GripVertical } from "lucide-react";
import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useState } from "react";
import { createPortal } from "react-dom";

interface SortedItem {
  readonly id: string;
  /** What is read aloud of it. */
  readonly name: string;
}

export interface ItemSortingProps {
  readonly items: readonly SortedItem[];
  /** Holds a `[data-item=id]` for each item, with a `[data-handle=id]` in it. */
  readonly list: RefObject<HTMLElement | null>;
  readonly isAcross: boolean;
  readonly onMove: (id: string, before: string | null) => void;
  /** Called once the handles are there. */
  readonly onReady: () => void;
}

export function ItemSortingPart({ items, list, isAcross, onMove, onReady }: ItemSortingProps) {
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 150, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const ids = items.map(({ id }) => id);
  const ready = useEffectEvent(onReady);
  useEffect(() => ready(), []);

  function drop({ active, over }: DragEndEvent) {
    const [from, to] = [ids.indexOf(String(active.id)), ids.indexOf(String(over?.id))];
    if (from < 0 || to < 0 || from === to) return;
    onMove(String(active.id), ids[from < to ? to + 1 : to] ?? null);
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{
        announcements: announcements(items),
        screenReaderInstructions: {
          draggable:
            "Press Space to take it, the arrow keys to move it, Space again to put it down, Escape to leave it.",
        },
      }}
    >
      <SortableContext items={ids} strategy={isAcross ? horizontalListSortingStrategy : verticalListSortingStrategy}>
        {items.map((item) => (
          <Handle key={item.id} id={item.id} name={item.name} list={list} />
        ))}
      </SortableContext>
    </DndContext>
  );
}

interface HandleProps {
  readonly id: string;
  readonly name: string;
  readonly list: RefObject<HTMLElement | null>;
}

function Handle({ id, name, list }: HandleProps) {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id,
  });
  const [slot, setSlot] = useState<Element | null>(null);
  useLayoutEffect(() => {
    const row = list.current?.querySelector<HTMLElement>(`[data-item="${id}"]`) ?? null;
    setNodeRef(row);
    setSlot(row?.querySelector(`[data-handle="${id}"]`) ?? null);
    return () => setNodeRef(null);
  }, [id, list, setNodeRef]);
  useLayoutEffect(() => {
    const row = list.current?.querySelector<HTMLElement>(`[data-item="${id}"]`);
    if (!row) return;
    row.style.transform = transform ? `translate(${Math.round(transform.x)}px, ${Math.round(transform.y)}px)` : "";
    row.style.transition = transition ?? "";
    row.toggleAttribute("data-dragging", isDragging);
  }, [id, list, transform, transition, isDragging]);
  if (!slot) return null;
  return createPortal(
    <button
      type="button"
      ref={setActivatorNodeRef}
      {...attributes}
      {...listeners}
      aria-label={`Move ${name || "this"}`}
      className="grid h-7 w-full cursor-grab touch-none place-items-center rounded-[4px] hover:text-ink"
    >
      <GripVertical aria-hidden="true" className="size-3.5" />
    </button>,
    slot,
  );
}

function announcements(items: readonly SortedItem[]): Announcements {
  const named = (id: unknown) => items.find((one) => one.id === id)?.name || "It";
  const placed = (id: unknown) => `${items.findIndex((one) => one.id === id) + 1} of ${items.length}`;
  return {
    onDragStart: ({ active }) => `${named(active.id)} is taken, at place ${placed(active.id)}.`,
    // Said once more at the start, when it lies over its own place.
    onDragOver: ({ active, over }) =>
      over
        ? `${named(active.id)} is ${over.id === active.id ? "taken, at" : "at"} place ${placed(over.id)}.`
        : undefined,
    onDragEnd: ({ active, over }) =>
      over ? `${named(active.id)} was put down at place ${placed(over.id)}.` : `${named(active.id)} is where it was.`,
    onDragCancel: ({ active }) => `${named(active.id)} is where it was.`,
  };
}
