"use client";
import { useId } from "react";

interface ScoreChoiceProps {
  readonly label: string;
  /** The label stands elsewhere on the page. */
  readonly isLabelHidden?: boolean | undefined;
  readonly hint?: string | undefined;
  readonly min: number;
  readonly max: number;
  readonly value: number | null;
  readonly onValue: (value: number | null) => void;
}

/** One of a few whole numbers, or none: a row of radio buttons, the last of which takes the choice back. */
export function ScoreChoice({ label, isLabelHidden, hint, min, max, value, onValue }: ScoreChoiceProps) {
  const name = useId();
  const hintId = `${name}-hint`;
  const choices = [...Array.from({ length: max - min + 1 }, (_, step) => min + step), null];
  return (
    <fieldset className="min-w-0" aria-describedby={hint ? hintId : undefined}>
      <legend className={isLabelHidden ? "sr-only" : "mb-1 text-label text-ink-3"}>{label}</legend>
      <div className="flex flex-wrap gap-1">
        {choices.map((choice) => (
          <label
            key={choice ?? "none"}
            className="grid size-7 cursor-pointer place-items-center rounded-s border border-line-strong text-small tabular-nums transition-colors hover:border-ink-3 has-checked:border-ink has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-1"
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              aria-label={choice === null ? `${label} not said` : undefined}
              checked={value === choice}
              onChange={() => onValue(choice)}
            />
            {choice === null ? "–" : signed(choice, min)}
          </label>
        ))}
      </div>
      {hint && (
        <p id={hintId} className="mt-1 text-small text-ink-3">
          {hint}
        </p>
      )}
    </fieldset>
  );
}

/** With its sign where the scale has two sides. */
function signed(choice: number, min: number): string {
  if (min >= 0) return String(choice);
  return choice > 0 ? `+${choice}` : String(choice).replace("-", "−");
}
