"use client";
import clsx from "clsx";
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { TextInput } from "@/ui/field";

export interface ListedOption {
  readonly key: string;
  /** Options of one group stand together. */
  readonly group?: string | undefined;
  readonly isChosen?: boolean | undefined;
  readonly content: ReactNode;
}

interface OptionListProps {
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** Of the text field; true where the paste was taken. */
  readonly onPasteText?: ((text: string) => boolean) | undefined;
  readonly options: readonly ListedOption[];
  readonly onChoose: (key: string) => void;
  /** Several may be chosen. */
  readonly isMultiple?: boolean | undefined;
  readonly children?: ReactNode;
}

/** A text field with a list below it: the arrow keys go through the list, Enter chooses. */
export function OptionList(props: OptionListProps) {
  const { label, placeholder, text, onText, onPasteText, options, onChoose, isMultiple, children } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [wanted, setActive] = useState(0);
  const active = Math.min(wanted, options.length - 1);
  const optionId = (index: number) => `${id}-${index}`;

  function goTo(index: number) {
    const next = (index + options.length) % Math.max(1, options.length);
    setActive(next);
    list.current?.querySelector(`[id="${optionId(next)}"]`)?.scrollIntoView({ block: "nearest" });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const chosen = options[active];
    if (event.key === "ArrowDown") goTo(active + 1);
    else if (event.key === "ArrowUp") goTo(active - 1);
    else if (event.key === "Enter" && chosen) onChoose(chosen.key);
    else return;
    event.preventDefault();
  }

  return (
    <div className="-m-2 grid gap-2">
      <TextInput
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={options.length > 0 ? optionId(active) : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        maxLength={2_000}
        placeholder={placeholder}
        value={text}
        onChange={({ target }) => {
          setActive(0);
          onText(target.value);
        }}
        onPaste={(event) => {
          if (onPasteText?.(event.clipboardData.getData("text"))) event.preventDefault();
        }}
        onKeyDown={onKeyDown}
      />
      {children}
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        aria-multiselectable={isMultiple}
        // Reached by the arrow keys in the field above; as what scrolls it must be reached by itself as well.
        tabIndex={0}
        className="max-h-[min(320px,45vh)] overflow-y-auto focus-visible:outline-offset-[-2px]"
      >
        {options.map((option, index) => (
          <div key={option.key} role="presentation">
            {option.group !== undefined && option.group !== options[index - 1]?.group && (
              <p role="presentation" className="px-2 pt-2 pb-0.5 text-label text-ink-3">
                {option.group}
              </p>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text field. */}
            {/* biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text field, which names the active one. */}
            <div
              id={optionId(index)}
              role="option"
              aria-selected={isMultiple ? Boolean(option.isChosen) : index === active}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onChoose(option.key)}
              onPointerMove={() => setActive(index)}
              className={clsx("min-h-8 cursor-pointer rounded-s px-2 py-1", index === active && "bg-sunk")}
            >
              {option.content}
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
