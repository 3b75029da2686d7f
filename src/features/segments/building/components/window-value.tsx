"use client";
import { useRef, useState } from "react";
import { CALENDAR_WORDS, type Window } from "@/features/datasets/rules/rule-rules";
import { windowWords } from "@/features/datasets/rules/rule-words-rules";
import { addDays } from "@/features/datasets/rules/window-rules";
import { PopoverPart } from "@/ui/popover-part";
import { Select } from "@/ui/select";
import { VALUE } from "./condition-looks";
import { DayValue } from "./day-value";
import { NumberValue } from "./number-value";

interface WindowValueProps {
  readonly label: string;
  /** Null is for ever. */
  readonly window: Window | null;
  readonly onWindow: (window: Window | null) => void;
  readonly mayBeForEver?: boolean | undefined;
  /** Day of the newest snapshot, from which windows are counted. */
  readonly asOf: string;
}

const RELATIVE = { last: "the last …", next: "the next …", older: "more than … ago" };
const UNITS = { day: "days", week: "weeks", month: "months", year: "years" };
type Unit = keyof typeof UNITS;

/** A window of time within a sentence; pressing it opens what it is made of. */
export function WindowValue({ label, window, onWindow, mayBeForEver, asOf }: WindowValueProps) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const words = window ? windowWords(window) : "all time";
  return (
    <>
      <button
        ref={anchor}
        type="button"
        data-first-value=""
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={`${label}: ${words}`}
        onClick={() => setOpen(true)}
        className={VALUE}
      >
        {words}
      </button>
      <PopoverPart label={label} anchor={anchor} open={isOpen} onOpenChange={setOpen}>
        <div className="grid gap-3">
          <Select
            aria-label="Window of time"
            value={kindOf(window)}
            options={[
              ...(mayBeForEver ? [{ value: "ever", label: "all time" }] : []),
              ...Object.entries(RELATIVE).map(([value, words]) => ({ value, label: words })),
              { value: "days", label: "from a day to a day" },
              ...Object.entries(CALENDAR_WORDS).map(([value, words]) => ({ value, label: words })),
            ]}
            onValueChange={(kind) => onWindow(windowOf(kind, window, asOf))}
          />
          {window && "rel" in window && <RelativeWindow window={window} onWindow={onWindow} />}
          {window && "from" in window && (
            <div className="flex flex-wrap items-center gap-2">
              <DayValue label="From" value={window.from} onValue={(from) => onWindow(inOrder(from, window.to, from))} />
              to
              <DayValue label="To" value={window.to} onValue={(to) => onWindow(inOrder(window.from, to, to))} />
            </div>
          )}
          <p className="text-small text-ink-3">
            Counted from the day of each snapshot, in the workspace’s time zone. Both ends belong to it.
          </p>
        </div>
      </PopoverPart>
    </>
  );
}

interface RelativeWindowProps {
  readonly window: Extract<Window, { rel: unknown }>;
  readonly onWindow: (window: Window) => void;
}

function RelativeWindow({ window, onWindow }: RelativeWindowProps) {
  const { rel, n, unit, skip = 0 } = window;
  const put = (change: { readonly n?: number; readonly unit?: Unit; readonly skip?: number }) => {
    const next = { rel, n, unit, skip, ...change };
    const { skip: left, ...rest } = next;
    onWindow(left > 0 && rel !== "older" ? { ...rest, skip: left } : rest);
  };
  const whole = (least: number, most: number) => (value: number) =>
    Number.isInteger(value) && value >= least && value <= most ? null : `A whole number from ${least} to ${most}.`;
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <NumberValue
          label="How many"
          value={n}
          complaint={whole(Math.max(1, skip + 1), 3650)}
          onValue={(value) => put({ n: value })}
        />
        <Select
          aria-label="Unit"
          value={unit}
          options={Object.entries(UNITS).map(([value, words]) => ({ value: value as Unit, label: words }))}
          onValueChange={(value) => put({ unit: value })}
        />
        {rel === "older" && "ago"}
      </div>
      {rel !== "older" && (
        <div className="flex flex-wrap items-center gap-2 text-ink-2">
          leaving out the {rel === "last" ? "newest" : "first"}
          <NumberValue
            label={`${UNITS[unit]} to leave out`}
            value={skip}
            complaint={whole(0, n - 1)}
            onValue={(value) => put({ skip: value })}
          />
          {UNITS[unit]}
        </div>
      )}
    </>
  );
}

/** A window that ends before it begins becomes the one day that was just chosen. */
function inOrder(from: string, to: string, chosen: string): Window {
  return from <= to ? { from, to } : { from: chosen, to: chosen };
}

function kindOf(window: Window | null): string {
  if (window === null) return "ever";
  if ("rel" in window) return window.rel;
  return "from" in window ? "days" : window.calendar;
}

/** Another kind of window, with what the one before says where it goes over. */
function windowOf(kind: string, before: Window | null, asOf: string): Window | null {
  if (kind === "ever") return null;
  if (kind === "days") return { from: addDays(asOf, -30), to: asOf };
  if (kind in RELATIVE) {
    const { n, unit } = before && "rel" in before ? before : { n: 12, unit: "month" as const };
    return { rel: kind as keyof typeof RELATIVE, n, unit };
  }
  return { calendar: kind as keyof typeof CALENDAR_WORDS };
}
