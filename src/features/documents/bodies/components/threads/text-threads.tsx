"use client";
import { useQuery } from "@tanstack/react-query";
import type { Editor } from "@tiptap/core";
import { MessageSquarePlus } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useWorkspace } from "@/features/workspaces/components/workspace-context";
import { useTRPC } from "@/trpc/client";
import { toast } from "@/ui/toast";
import { anchorAt } from "../../../threads/components/thread-place";
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
  const [choice, setChoice] = useState<readonly string[] | null>(null);
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

  const show = (ids: readonly string[], words: DOMRect, isQuiet: boolean) => {
    const [only] = ids;
    const beside = anchorAt(words, textOf(editor));
    if (ids.length === 1) threads?.show({ place, label, threadId: only, anchor: beside, isQuiet });
    else setChoice(ids);
  };
  // Who presses on words to write there stays in the text; by keyboard one comes to read.
  const open = useEffectEvent((ids: readonly string[], words: DOMRect) => show(ids, words, editor.isEditable));
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
      const caret = selectionPlace(editor);
      if (here.length > 0 && caret) return show(here, caret, false);
      toast("Select the words that you want to comment on.");
      return;
    }
    const shown = selectionPlace(editor);
    const beside = shown && anchorAt(shown, textOf(editor));
    editor.storage.textThreads.pending = { from, to };
    threads?.show({ place, label, words, anchor: beside });
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
        data-words-anchor=""
        // What was opened beside the words gives the focus back to the text; on a touch screen the keyboard would come.
        onFocus={() => matchMedia("(pointer: fine)").matches && editor.view.dom.focus({ preventScroll: true })}
        className="pointer-events-none absolute w-px outline-none"
      />
      {choice && (
        <ThreadChoice
          threads={choice.flatMap((id) => data?.find(({ threadId }) => threadId === id) ?? [])}
          anchor={anchor.current}
          onChoose={(threadId) => {
            setChoice(null);
            threads?.show({ place, label, threadId, anchor: anchor.current });
          }}
          onClose={() => setChoice(null)}
        />
      )}
    </>
  );
}

/** What the text and its anchor for windows stand in. */
function textOf(editor: Editor): Element {
  return editor.view.dom.closest("[data-live-text]") ?? document.body;
}
