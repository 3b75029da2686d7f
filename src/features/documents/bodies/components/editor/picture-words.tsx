"use client";
import type { Editor } from "@tiptap/core";
import { useEffect, useId, useRef, useState } from "react";
import { controlLook } from "@/ui/field";
import { useSlot, writingState } from "./writing-state";

const MAX_ALT = 300;

interface PictureWordsProps {
  readonly editor: Editor;
  readonly picture: string;
  readonly alt: string;
  readonly onWords: (words: string) => void;
}

/** What one sees in a picture, asked for as soon as it is there. */
export function PictureWords({ editor, picture, alt, onWords }: PictureWordsProps) {
  const { fresh } = writingState(editor);
  const isFresh = useSlot(fresh) === picture;
  const [typed, setTyped] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();

  useEffect(() => {
    if (!isFresh) return;
    fresh.set(null);
    input.current?.focus();
  }, [isFresh, fresh]);

  return (
    <div className="min-w-0 flex-1 basis-56">
      <label htmlFor={id} className="mb-1 block text-small font-strong">
        What does one see? <span className="font-normal text-ink-3">Empty if it only decorates</span>
      </label>
      <input
        ref={input}
        id={id}
        dir="auto"
        data-picture-words=""
        value={typed ?? alt}
        maxLength={MAX_ALT}
        onFocus={() => setTyped(alt)}
        onBlur={() => setTyped(null)}
        onChange={(event) => {
          setTyped(event.target.value);
          onWords(event.target.value);
        }}
        className={controlLook()}
      />
    </div>
  );
}
