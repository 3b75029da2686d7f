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
import { rangesAt, shownQuotes } from "./shown-quote";
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
  const [isSelected, setSelected] = useState(false);
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
    setSelected(range !== null);
    if (range) put(range);
  });
  useEffect(() => {
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, []);

  const comment = () => {
    const selected = selectedIn(text.current)?.toString().trim();
    if (!selected || !threads) return;
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
      {isSelected && <SelectionButton anchor={anchor} onComment={comment} />}
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

function SelectionButton({
  anchor,
  onComment,
}: {
  anchor: { readonly current: HTMLElement | null };
  onComment: () => void;
}) {
  const place = anchor.current;
  return (
    <div
      className="absolute z-20 rounded-m border bg-surface p-1 shadow-pop print:hidden"
      style={{ left: place?.style.left, top: `calc(${place?.style.top || "0px"} - 3rem)` }}
    >
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
