"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { IconButton } from "@/ui/button";
import { ItemTimer } from "./room-clock";
import { useRoom } from "./room-context";

interface RoomStepsProps {
  readonly onChoose: (itemId: string) => void;
  /** Going on takes everybody along who follows. */
  readonly isForAll: boolean;
}

/** How far one is, how long it has taken, and the way on. */
export function RoomSteps({ onChoose, isForAll }: RoomStepsProps) {
  const { room, itemId, isMeeting } = useRoom();
  const { items, currentItemId, itemStartedAt } = room.session;
  const at = items.findIndex(({ id }) => id === itemId);
  const item = items[at];
  const [previous, next] = [items[at - 1], items[at + 1]];
  const forAll = isForAll ? " for everybody" : "";
  if (!item) return null;
  return (
    <div className="mb-3 flex items-center gap-2">
      <IconButton
        size="s"
        label={`Previous document${forAll}`}
        icon={<ChevronLeft aria-hidden="true" className="size-4 rtl:-scale-x-100" />}
        disabledReason={previous ? undefined : "It is the first one."}
        onClick={() => previous && onChoose(previous.id)}
      />
      <IconButton
        size="s"
        label={`Next document${forAll}`}
        icon={<ChevronRight aria-hidden="true" className="size-4 rtl:-scale-x-100" />}
        disabledReason={next ? undefined : "It is the last one."}
        onClick={() => next && onChoose(next.id)}
      />
      <span className="text-small text-ink-3 tabular-nums">
        {at + 1} of {items.length}
      </span>
      {isMeeting && item.id === currentItemId && itemStartedAt && (
        <span className="ms-auto">
          <ItemTimer at={itemStartedAt} planned={item.minutesPlanned} />
        </span>
      )}
    </div>
  );
}
