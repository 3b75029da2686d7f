"use client";
import { X } from "lucide-react";
import { type ClipboardEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { useContent } from "../../drafts/components/content-context";
import { type Item, itemsAt, type ListField, placeOf } from "../../field-rules";
import { ThreadMark } from "../../threads/components/thread-mark";
import { type ItemActs, useItemActs } from "./item-acts";

interface WordsSectionProps {
  readonly field: ListField;
  readonly isOpened: boolean;
}

const ignore = () => undefined;
const CHIP = "inline-flex min-h-7 max-w-full items-center rounded-full border border-line-strong px-2.5 text-small";

/** Words or short phrases as chips; Enter or a comma ends one and begins the next. */
export function WordsSection({ field, isOpened }: WordsSectionProps) {
  const { content, edit } = useContent();
  const heading = useId();
  const words = itemsAt(content, field.path);
  const acts = useItemActs(field, words, edit ?? ignore);
  return (
    <section aria-labelledby={heading} className="min-w-0">
      <div className="group mb-2 flex items-center gap-1">
        <h2 id={heading} className="text-section">
          {field.label}
        </h2>
        <ThreadMark place={placeOf(field.path)} label={field.label} />
      </div>
      <ul className="flex flex-wrap items-center gap-1.5">
        {words.map((word) => (
          <li key={word.id} className={CHIP}>
            <bdi className="min-w-0 wrap-anywhere">{String(word.text)}</bdi>
            {edit && (
              <button
                type="button"
                aria-label={`Remove ${word.text}`}
                onClick={() => acts.remove(word.id, String(word.text))}
                className="-me-1.5 ms-0.5 grid size-6 place-items-center rounded-full text-ink-3 hover:text-ink"
              >
                <X aria-hidden="true" className="size-3" />
              </button>
            )}
          </li>
        ))}
        {edit && (
          <li className="min-w-0">
            <NewWord field={field} words={words} acts={acts} isOpened={isOpened} />
          </li>
        )}
      </ul>
    </section>
  );
}

interface NewWordProps {
  readonly field: ListField;
  readonly words: readonly Item[];
  readonly acts: ItemActs;
  readonly isOpened: boolean;
}

function NewWord({ field, words, acts, isOpened }: NewWordProps) {
  const [text, setText] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const [attribute] = field.attributes;
  const max = attribute?.shape === "line" ? attribute.max : 80;
  const add = (typed: string) => {
    const known = new Set(words.map((word) => String(word.text).toLowerCase()));
    for (const word of typed.split(/[,;\n]/)) {
      const clean = word.replace(/\s+/g, " ").trim().slice(0, max);
      if (clean !== "" && !known.has(clean.toLowerCase())) acts.add({ text: clean });
      known.add(clean.toLowerCase());
    }
    setText("");
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const last = words.at(-1);
    if (event.key === "Enter" || event.key === ",") {
      event.preventDefault();
      add(text);
    } else if (event.key === "Backspace" && text === "" && last) acts.remove(last.id, String(last.text));
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData("text");
    if (!/[,;\n]/.test(pasted)) return;
    event.preventDefault();
    add(text + pasted);
  };
  return (
    <input
      ref={input}
      dir="auto"
      aria-label={`Add to ${field.label.toLowerCase()}`}
      placeholder={words.length === 0 ? field.hint : "Add a word"}
      value={text}
      maxLength={max}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      onBlur={() => add(text)}
      // biome-ignore lint/a11y/noAutofocus: somebody just asked for this section, to write in it.
      autoFocus={isOpened}
      className="field-sizing-content min-h-7 min-w-24 max-w-full rounded-full border border-transparent bg-transparent px-2.5 text-small hover:border-line-strong focus-visible:bg-surface focus-visible:outline-offset-0"
    />
  );
}
