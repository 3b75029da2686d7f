"use client";
import type { Editor } from "@tiptap/core";
import { X } from "lucide-react";
import { IconButton } from "@/ui/button";
import { contentsOf, lengthOf, readingTime } from "./text-facts-rules";
import { useRestedDocument } from "./use-rested-document";

interface ContentsPanelProps {
  readonly editor: Editor;
  readonly onClose: () => void;
}

const NUMBER = new Intl.NumberFormat("en");

/** The headings to go to, and how long the text is. */
export function ContentsPanelPart({ editor, onClose }: ContentsPanelProps) {
  const doc = useRestedDocument(editor);
  const entries = contentsOf(doc);
  const { words, characters } = lengthOf(doc);
  const highest = Math.min(...entries.map(({ level }) => level));

  const go = (pos: number) => {
    // Others may have written since: the heading that is there now is the one that is meant.
    const at = Math.min(pos + 1, editor.state.doc.content.size);
    editor.chain().setTextSelection(at).focus(undefined, { scrollIntoView: false }).run();
    const { node } = editor.view.domAtPos(at);
    (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: "start" });
  };

  return (
    <nav
      aria-label="Contents"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onClose();
        editor.commands.focus();
      }}
      className="my-3 rounded-m border bg-surface px-4 py-3"
    >
      <div className="flex items-start justify-between gap-3">
        <p className="text-small text-ink-2 tabular-nums">
          {NUMBER.format(words)} {words === 1 ? "word" : "words"}, {NUMBER.format(characters)} characters,{" "}
          {readingTime(words)}
        </p>
        <IconButton
          size="s"
          label="Close contents"
          autoFocus
          icon={<X aria-hidden="true" className="size-4" />}
          onClick={() => {
            onClose();
            editor.commands.focus();
          }}
        />
      </div>
      {entries.length === 0 && <p className="text-ink-3">Headings in the text are listed here.</p>}
      <ol>
        {entries.map(({ pos, level, text }) => (
          <li key={pos} className={INDENTS[Math.min(level - highest, 3)]}>
            <button
              type="button"
              onClick={() => go(pos)}
              className="min-h-7 max-w-full truncate rounded-s px-1 text-start hover:bg-sunk"
            >
              <bdi>{text}</bdi>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

const INDENTS = ["", "ps-4", "ps-8", "ps-12"];
