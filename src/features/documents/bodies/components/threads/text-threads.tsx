"use client";
import { useQuery } from "@tanstack/react-query";
import type { Editor } from "@tiptap/core";
import { MessageSquarePlus } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { toast } from "@/ui/toast";
import { useThreads, useThreadTarget } from "../../../threads/components/threads-context";
import { selectionPlace } from "../editor/selection-place";
import { ToolbarButton } from "../editor/toolbar-button";
import type { Tool } from "../editor/tools";
import { whenComposed } from "../editor/when-composed";
import { selectedWords } from "./selected-words";
import { showTextThreads, threadsAt } from "./text-threads-extension";
import { ThreadChoice } from "./thread-choice";
import "./threads.css";

const COMMENT: Tool = {
  id: "comment",
  label: "Comment",
  icon: MessageSquarePlus,
  keys: ["mod", "Alt", "M"],
  run: (editor) => void editor.storage.textThreads.onComment(),
  isForReading: true,
  isLeaving: true,
};

/** A button of the editor's toolbars. */
export function CommentTool({ editor }: { readonly editor: Editor }) {
  return useThreads() && <ToolbarButton editor={editor} tool={COMMENT} />;
}

interface TextThreadsProps {
  readonly editor: Editor;
  /** The field's, such as "story". */
  readonly place: string;
  readonly label: string;
}

/** Ties a live text to the threads of its page: which are open, which is looked at, and how another begins. */
export function LiveTextThreads({ editor, place, label }: TextThreadsProps) {
  const { id: workspaceId } = useWorkspace();
  const trpc = useTRPC();
  const threads = useThreads();
  const target = useThreadTarget();
  const anchor = useRef<HTMLSpanElement>(null);
  const [choice, setChoice] = useState<{ ids: readonly string[]; words: HTMLElement } | null>(null);
  const documentId = threads?.documentId ?? "";
  const { data } = useQuery(
    trpc.threads.inText.queryOptions({ workspaceId, documentId }, { enabled: threads !== null }),
  );
  const activeId = target?.threadId ?? null;
  const isBeginning = target?.words !== undefined && !target.threadId;

  useEffect(() => {
    const link = editor.storage.textThreads;
    link.open = new Set(data?.map(({ threadId }) => threadId));
    link.active = activeId;
    if (!isBeginning) link.pending = null;
    if (!editor.view.composing) showTextThreads(editor.view);
  }, [editor, data, activeId, isBeginning]);

  const open = useEffectEvent((ids: readonly string[], words: HTMLElement) => {
    const [only] = ids;
    if (ids.length === 1) threads?.show({ place, label, threadId: only, anchor: words });
    else setChoice({ ids, words });
  });
  const comment = useEffectEvent(() => {
    if (!threads) return false;
    whenComposed(editor, () => begin());
    return true;
  });
  const begin = () => {
    const words = selectedWords(editor);
    const { from, to } = editor.state.selection;
    if (!words) {
      const here = threadsAt(editor.state, from, editor.storage.textThreads.open);
      const shown = editor.view.domAtPos(from).node;
      const element = shown instanceof HTMLElement ? shown : shown.parentElement;
      if (here.length > 0 && element) return open(here, element);
      toast("Select the words that you want to comment on.");
      return;
    }
    placeAnchor(editor, anchor.current);
    editor.storage.textThreads.pending = { from, to };
    threads?.show({ place, label, words, anchor: anchor.current });
  };
  useEffect(() => {
    const link = editor.storage.textThreads;
    link.onOpen = open;
    link.onComment = comment;
    return () => {
      link.onOpen = () => {};
      link.onComment = () => false;
    };
  }, [editor]);

  return (
    <>
      <span
        ref={anchor}
        tabIndex={-1}
        aria-hidden="true"
        // What was opened beside the words gives the focus back to the text.
        onFocus={() => editor.commands.focus()}
        className="pointer-events-none absolute w-px outline-none"
      />
      {choice && (
        <ThreadChoice
          threads={choice.ids.flatMap((id) => data?.find(({ threadId }) => threadId === id) ?? [])}
          anchor={choice.words}
          onChoose={(threadId) => {
            setChoice(null);
            threads?.show({ place, label, threadId, anchor: choice.words });
          }}
          onClose={() => setChoice(null)}
        />
      )}
    </>
  );
}

/** Puts what threads open beside where the chosen words are. */
function placeAnchor(editor: Editor, anchor: HTMLElement | null): void {
  const words = selectionPlace(editor);
  const around = anchor?.offsetParent?.getBoundingClientRect();
  if (!anchor || !words || !around) return;
  anchor.style.left = `${Math.round(words.left - around.left)}px`;
  anchor.style.top = `${Math.round(words.top - around.top)}px`;
  anchor.style.height = `${Math.round(words.height)}px`;
}
