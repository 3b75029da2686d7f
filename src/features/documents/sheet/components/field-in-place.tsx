"use client";
import clsx from "clsx";
import { useFieldValue } from "../../drafts/components/content-context";
import { displayValue, type Field, placeOf } from "../../field-rules";
import { ThreadMark } from "../../threads/components/thread-mark";
import { NumberInPlace } from "./number-in-place";
import { PlaceFrame } from "./place-frame";
import { TextInPlace } from "./text-in-place";

interface FieldInPlaceProps {
  readonly field: Field;
  readonly id?: string | undefined;
  /** Set where a label is drawn that names the control by `id`. */
  readonly isLabelled?: boolean | undefined;
  readonly placeholder?: string | undefined;
  /** Somebody has just asked for it, to write in it. */
  readonly isOpened?: boolean | undefined;
  readonly className?: string | undefined;
}

/** Any field of a kind but claims: text as it is read, and the fitting control for people who may edit. */
export function FieldInPlace(props: FieldInPlaceProps) {
  const { field, className } = props;
  const { value, set } = useFieldValue(field);
  const text = displayValue(field, value);
  if (!set && !text) return null;
  return (
    <PlaceFrame place={placeOf(field.path)} className="group">
      {set ? (
        <FieldControl {...props} value={value} set={set} />
      ) : (
        <p dir="auto" className={clsx("min-w-0 whitespace-pre-line", className)}>
          {text}
        </p>
      )}
      {isDiscussed(field) && (
        // In the gutter, so that the text keeps its width; a phone's is so narrow that a count reaches into the text.
        <ThreadMark
          place={placeOf(field.path)}
          label={field.label}
          className="absolute start-full top-0.5 -ms-1 font-ui not-italic max-sm:start-auto max-sm:-end-4 max-sm:ms-0 max-sm:px-0"
        />
      )}
    </PlaceFrame>
  );
}

/** Texts are. The title stands in the page's heading, whose name a button would join; one speaks of it as a whole. */
function isDiscussed({ shape, path }: Field): boolean {
  return (shape === "line" || shape === "text") && path[0] !== "title";
}

interface FieldControlProps extends FieldInPlaceProps {
  readonly value: unknown;
  readonly set: (value: unknown) => void;
}

function FieldControl({ field, id, isLabelled, placeholder, isOpened, className, value, set }: FieldControlProps) {
  const name = isLabelled ? undefined : field.label;
  const common = { ...(id && { id }), ...(isOpened && { autoFocus: true }), className: className ?? "" };
  switch (field.shape) {
    case "line":
    case "text":
      return (
        <TextInPlace
          {...common}
          label={name}
          text={String(value ?? "")}
          onText={set}
          isLine={field.shape === "line"}
          maxLength={field.max}
          placeholder={placeholder ?? field.hint ?? `Add ${field.label.toLowerCase()}`}
        />
      );
    case "number":
      return (
        <NumberInPlace
          {...common}
          {...(placeholder && { placeholder })}
          field={field}
          label={name}
          value={value}
          set={set}
        />
      );
    case "choice":
      return (
        <select
          {...(id && { id })}
          {...(name && { "aria-label": name })}
          value={String(value)}
          onChange={(event) => set(event.target.value)}
          className={clsx(
            "-mx-2 field-sizing-content min-h-7 max-w-[calc(100%+1rem)] min-w-0 cursor-pointer appearance-none rounded-s border",
            "border-transparent bg-transparent px-2 underline decoration-line-strong decoration-dotted underline-offset-4",
            "transition-colors hover:border-line-strong focus-visible:bg-surface focus-visible:outline-offset-0",
            className,
          )}
        >
          {Object.entries(field.choices).map(([one, label]) => (
            <option key={one} value={one}>
              {label}
            </option>
          ))}
        </select>
      );
    case "choices":
      return <ChoicesInPlace field={field} value={value} set={set} />;
    case "list":
      return null;
  }
}

interface ChoicesProps {
  readonly field: Extract<Field, { choices: unknown }>;
  readonly value: unknown;
  readonly set: (value: unknown) => void;
}

function ChoicesInPlace({ field, value, set }: ChoicesProps) {
  const chosen = new Set(Array.isArray(value) ? value.map(String) : []);
  const toggle = (name: string) => {
    // Kept in the kind's order, so that ticking in another order is no change.
    set(Object.keys(field.choices).filter((one) => (one === name ? !chosen.has(one) : chosen.has(one))));
  };
  return (
    <fieldset className="flex min-w-0 flex-wrap gap-1.5">
      <legend className="sr-only">{field.label}</legend>
      {Object.entries(field.choices).map(([name, label]) => (
        <label
          key={name}
          className="inline-flex min-h-7 cursor-pointer items-center gap-1.5 rounded-full border border-line-strong px-2.5 text-small font-medium text-ink-2 has-checked:border-ink has-checked:bg-sunk has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus"
        >
          <input
            type="checkbox"
            checked={chosen.has(name)}
            onChange={() => toggle(name)}
            className="size-3.5 accent-ink outline-none"
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
