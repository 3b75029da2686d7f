"use client";
import { CalendarPlus } from "lucide-react";
import { useState } from "react";
import { Button, type ButtonLooks } from "@/ui/button";
import { usePart } from "@/ui/use-part";

const loadPart = () => import("./calendar-feed-part").then((part) => part.CalendarFeedPart);

/** Brings one's due days, sessions and tasks into one's own calendar. */
export function CalendarFeedButton(looks: Pick<ButtonLooks, "size" | "variant">) {
  const [isOpen, setOpen] = useState(false);
  const Part = usePart(loadPart, isOpen, () => setOpen(false));
  return (
    <>
      <Button {...looks} icon={<CalendarPlus aria-hidden="true" className="size-4" />} onClick={() => setOpen(true)}>
        Add to calendar
      </Button>
      {Part && <Part open={isOpen} onOpenChange={setOpen} />}
    </>
  );
}
