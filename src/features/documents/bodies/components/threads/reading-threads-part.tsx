"use client";
import { useQuery } from "@tanstack/react-query";
import { MessageSquarePlus } from "lucide-react";
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { Button } from "@/ui/button";
import { anchorAt } from "../../../threads/components/thread-place";
import { useThreads, useThreadTarget } from "../../../threads/components/threads-context";
import { beginning } from "./quote-beginning";
import { rangesAt, shownQuotes, shownWords } from "./shown-quote";
import { ThreadChoice } from "./thread-choice";
import "./threads.css";

export interface ReadingThreadsProps {
  readonly place: string;
  readonly label: string;
  /** The text as it is read. */
  readonly children: ReactNode;
}

/** A text that is only read: selected words can be commented on, and those that threads are on are tinted. */
export function ReadingThreadsPart({ place, label, children }: ReadingThreadsProps) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const threads = useThreads();
  const text = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  const [beside, setBeside] = useState<{ readonly left: string; readonly top: string } | null>(null);
  const [choice, setChoice] = useState<{ ids: readonly string[] } | null>(null);
  const ranges = useRef<ReadonlyMap<string, Range>>(new Map());
  const documentId = threads?.documentId ?? "";
  const { data } = useQuery(
    trpc.threads.inText.queryOptions({ workspaceId, documentId }, { enabled: threads !== null }),
  );

  // Without React: the words stay as they are, only their look is another one.
  useEffect(() => {
    if (!text.current || !data || typeof Highlight === "undefined") return;
    ranges.current = shownQuotes(text.current, data);
    CSS.highlights.set("thread-words", new Highlight(...ranges.current.values()));
    return () => void CSS.highlights.delete("thread-words");
  }, [data]);

  // The one that is being looked at, come by a link or from the panel.
  const activeId = useThreadTarget()?.threadId;
  useEffect(() => {
    const range = activeId && data ? ranges.current.get(activeId) : undefined;
    if (!range || typeof Highlight === "undefined") return;
    CSS.highlights.set("thread-active", new Highlight(range));
    range.startContainer.parentElement?.scrollIntoView({ block: "nearest" });
    return () => void CSS.highlights.delete("thread-active");
  }, [activeId, data]);

  const put = (range: Range) => {
    const around = anchor.current?.parentElement;
    if (around) anchorAt(range.getBoundingClientRect(), around);
  };
  const look = useEffectEvent(() => {
    const range = selectedIn(text.current);
    if (!range || !text.current || shownWords(text.current, range) === "") return setBeside(null);
    put(range);
    const { left = "", top = "", height = "" } = anchor.current?.style ?? {};
    // Below: above them a touch screen shows what it can do with the words.
    setBeside({ left, top: `calc(${top} + ${height} + 0.5rem)` });
  });
  useEffect(() => {
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, []);

  const comment = () => {
    const range = selectedIn(text.current);
    const selected = range && text.current ? shownWords(text.current, range) : "";
    if (selected === "" || !threads) return;
    threads.show({
      place,
      label,
      words: { quote: beginning(selected), selected, positions: null },
      anchor: anchor.current,
    });
  };
  const open = (threadId: string | undefined) => threads?.show({ place, label, threadId, anchor: anchor.current });
  const press = (x: number, y: number) => {
    if (selectedIn(text.current)) return;
    const ids = rangesAt(ranges.current, x, y);
    const range = ids[0] ? ranges.current.get(ids[0]) : undefined;
    if (!range) return;
    put(range);
    if (ids.length === 1) open(ids[0]);
    else setChoice({ ids });
  };
  return (
    <div className="relative">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the panel of threads leads to the same by keyboard. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above. */}
      <div ref={text} onClick={({ clientX, clientY }) => press(clientX, clientY)}>
        {children}
      </div>
      <span
        ref={anchor}
        tabIndex={-1}
        aria-hidden="true"
        data-words-anchor=""
        className="pointer-events-none absolute w-px outline-none"
      />
      {beside && <SelectionButton place={beside} onComment={comment} />}
      {choice && (
        <ThreadChoice
          threads={choice.ids.flatMap((id) => data?.find(({ threadId }) => threadId === id) ?? [])}
          anchor={anchor.current}
          onChoose={(threadId) => {
            setChoice(null);
            open(threadId);
          }}
          onClose={() => setChoice(null)}
        />
      )}
    </div>
  );
}

interface SelectionButtonProps {
  readonly place: { readonly left: string; readonly top: string };
  readonly onComment: () => void;
}

function SelectionButton({ place, onComment }: SelectionButtonProps) {
  return (
    <div className="absolute z-20 rounded-m border bg-surface p-1 shadow-pop print:hidden" style={place}>
      <Button
        size="s"
        variant="ghost"
        icon={<MessageSquarePlus aria-hidden="true" className="size-4" />}
        // The words stay selected.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onComment}
      >
        Comment
      </Button>
    </div>
  );
}

/** What is selected, where all of it lies within the text. */
function selectedIn(text: HTMLElement | null): Range | null {
  const selection = document.getSelection();
  if (!text || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  return text.contains(range.commonAncestorContainer) && range.toString().trim() !== "" ? range : null;
}
