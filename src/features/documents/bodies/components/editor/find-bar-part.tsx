"use client";
import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { useEditorState } from "@tiptap/react";
import { CaseSensitive, ChevronDown, ChevronUp, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { Button, IconButton } from "@/ui/button";
import { controlLook } from "@/ui/field";
import { searching, searchOf } from "./find-plugin";
import { MAX_FOUND, nextFound, replaceFound } from "./find-rules";
import { whenComposed } from "./when-composed";

interface FindBarProps {
  readonly editor: Editor;
  readonly isReplacing: boolean;
  readonly onClose: () => void;
}

/** Finds words in the text and puts others in their place. Enter goes on, with Shift back; Escape to what was found. */
export function FindBarPart({ editor, isReplacing, onClose }: FindBarProps) {
  const input = useRef<HTMLInputElement>(null);
  const { from, to } = editor.state.selection;
  const [words, setWords] = useState(() => chosenWords(editor, from, to));
  const [others, setOthers] = useState("");
  const { count, current, isCaseSensitive, isEditable } = useEditorState({
    editor,
    selector: () => {
      const search = searchOf(editor.state);
      const { isCaseSensitive } = search;
      return { count: search.found.length, current: search.current, isCaseSensitive, isEditable: editor.isEditable };
    },
  });

  const look = useEffectEvent((sought: string) => {
    whenComposed(editor, () => {
      editor.view.dispatch(searching(editor.state, { words: sought, current: -1 }));
      go(nextFound(searchOf(editor.state).found, editor.state.selection.from));
    });
  });
  useEffect(() => look(words), [words]);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
    return () => {
      if (!editor.isDestroyed) editor.view.dispatch(searching(editor.state, { words: "", current: -1 }));
    };
  }, [editor]);

  /** Shows the one of this number, and keeps the focus here. */
  function go(index: number) {
    const place = searchOf(editor.state).found[index];
    if (!place) return;
    const { state, view } = editor;
    const tr = searching(state, { current: index });
    view.dispatch(tr.setSelection(TextSelection.create(tr.doc, place.from, place.to)));
    const { node } = view.domAtPos(place.from);
    (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: "center" });
  }
  const step = (by: -1 | 1) => count > 0 && go((Math.max(current, by < 0 ? 0 : -1) + by + count) % count);
  const close = () => {
    onClose();
    editor.commands.focus();
  };
  const replace = (isAll: boolean) => {
    const { found } = searchOf(editor.state);
    const one = found[current];
    if (!editor.isEditable || (!isAll && !one)) return;
    const after = one ? one.from + others.length : 0;
    whenComposed(editor, () => {
      editor.view.dispatch(replaceFound(editor.state.tr, isAll ? found : one ? [one] : [], others));
      if (!isAll) go(nextFound(searchOf(editor.state).found, after));
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const isMod = event.metaKey || event.ctrlKey;
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && event.target === input.current) step(event.shiftKey ? -1 : 1);
    else if (event.key === "Enter" && event.target instanceof HTMLInputElement) replace(isMod);
    else return;
    event.preventDefault();
  };

  return (
    <search
      aria-label="Find in the text"
      onKeyDown={onKeyDown}
      className="z-[9] flex flex-wrap items-center gap-1.5 border-b bg-paper py-1.5 sm:sticky sm:top-[6.1rem]"
    >
      <input
        ref={input}
        type="text"
        dir="auto"
        aria-label="Find"
        placeholder="Find"
        value={words}
        maxLength={200}
        onChange={(event) => setWords(event.target.value)}
        className={controlLook("!w-48 max-sm:!w-full max-sm:flex-1")}
      />
      <span role="status" className="min-w-16 text-small text-ink-3 tabular-nums">
        {words === "" ? "" : tally(count, current)}
      </span>
      <IconButton
        size="s"
        label="Previous"
        icon={<ChevronUp aria-hidden="true" className="size-4" />}
        onClick={() => step(-1)}
      />
      <IconButton
        size="s"
        label="Next"
        icon={<ChevronDown aria-hidden="true" className="size-4" />}
        onClick={() => step(1)}
      />
      <IconButton
        size="s"
        label="Capitals count"
        aria-pressed={isCaseSensitive}
        className="aria-pressed:bg-sunk aria-pressed:text-ink"
        icon={<CaseSensitive aria-hidden="true" className="size-4" />}
        onClick={() => editor.view.dispatch(searching(editor.state, { isCaseSensitive: !isCaseSensitive, current: 0 }))}
      />
      {isEditable && isReplacing && (
        <>
          <input
            type="text"
            dir="auto"
            aria-label="Replace with"
            placeholder="Replace with"
            value={others}
            maxLength={1_000}
            onChange={(event) => setOthers(event.target.value)}
            className={controlLook("!w-48 max-sm:!w-full")}
          />
          <Button size="s" onClick={() => replace(false)}>
            Replace
          </Button>
          <Button size="s" onClick={() => replace(true)}>
            Replace all
          </Button>
        </>
      )}
      <IconButton
        size="s"
        label="Close"
        className="ms-auto"
        icon={<X aria-hidden="true" className="size-4" />}
        onClick={close}
      />
    </search>
  );
}

function tally(count: number, current: number): string {
  if (count === 0) return "Nothing";
  return `${Math.max(current + 1, 1)} of ${count === MAX_FOUND ? `${count} or more` : count}`;
}

function chosenWords(editor: Editor, from: number, to: number): string {
  const words = editor.state.doc.textBetween(from, Math.min(to, from + 200), "\n", " ");
  return words.includes("\n") ? "" : words;
}
