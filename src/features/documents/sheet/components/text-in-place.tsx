"use client";
import clsx from "clsx";
import type { ComponentProps, KeyboardEvent } from "react";
import { useGrowingHeight } from "@/ui/growing-height";
import { undoingKey } from "../../drafts/components/undo-keys";
import { useSteadyCaret } from "./use-steady-caret";
import { useTypedText } from "./use-typed-text";

interface TextInPlaceProps extends Omit<ComponentProps<"textarea">, "value" | "onChange" | "defaultValue"> {
  /** Its name for screen readers, where the page draws no label. */
  readonly label?: string | undefined;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Enter leaves a line and makes a paragraph in a text. */
  readonly isLine: boolean;
}

/** Text that looks as it is read and can be typed in: a frame shows only where one points or types. */
export function TextInPlace({ label, text, onText, isLine, className, ...props }: TextInPlaceProps) {
  const typed = useTypedText(text, onText);
  const caret = useSteadyCaret(typed.text);
  const growing = useGrowingHeight(props.ref);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    props.onKeyDown?.(event);
    // While an input method composes, Enter belongs to it.
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (isLine || event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      event.currentTarget.blur();
    }
    if (event.key === "Escape") event.currentTarget.blur();
    // The page takes the edit back; what it then stores is to be seen here.
    if (undoingKey(event)) typed.yield();
  };
  return (
    <textarea
      dir="auto"
      rows={1}
      {...(label && { "aria-label": label })}
      {...props}
      ref={growing}
      value={typed.text}
      onChange={(event) => {
        caret.note(event.target);
        typed.type(isLine ? event.target.value.replace(/\n/g, " ") : event.target.value);
      }}
      onSelect={(event) => caret.note(event.currentTarget)}
      onCompositionStart={() => typed.compose(true)}
      onCompositionEnd={() => typed.compose(false)}
      onBlur={(event) => {
        typed.leave();
        caret.leave();
        props.onBlur?.(event);
      }}
      onKeyDown={onKeyDown}
      className={clsx(
        "-mx-2 block w-[calc(100%+1rem)] min-w-0 resize-none overflow-hidden rounded-s border border-transparent",
        "field-sizing-content bg-transparent px-2 py-0.5 text-inherit transition-colors",
        "hover:border-line-strong focus-visible:bg-surface focus-visible:outline-offset-0",
        className,
      )}
    />
  );
}
