"use client";
import clsx from "clsx";
import { type ReactNode, useId } from "react";

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly icon?: ReactNode;
  readonly isDisabled?: boolean | undefined;
}

interface ChoiceGroupProps<Value extends string> {
  readonly legend: ReactNode;
  readonly isLegendHidden?: boolean | undefined;
  readonly choices: readonly Choice<Value>[];
  readonly value?: Value | undefined;
  readonly defaultValue?: Value | undefined;
  readonly onValueChange?: ((value: Value) => void) | undefined;
  /** Name of the value in a submitted form. */
  readonly name?: string | undefined;
  readonly className?: string | undefined;
}

function useRadios<Value extends string>(props: ChoiceGroupProps<Value>) {
  const id = useId();
  return (choice: Choice<Value>) => ({
    type: "radio",
    id: `${id}-${choice.value}`,
    name: props.name ?? id,
    value: choice.value,
    disabled: choice.isDisabled,
    ...(props.value === undefined
      ? { defaultChecked: props.defaultValue === choice.value, onChange: () => props.onValueChange?.(choice.value) }
      : { checked: props.value === choice.value, onChange: () => props.onValueChange?.(choice.value) }),
  });
}

/** One of several, one under the other, each with room for a line of explanation. */
export function RadioGroup<Value extends string>(props: ChoiceGroupProps<Value>) {
  const radio = useRadios(props);
  return (
    <fieldset className={clsx("grid min-w-0 gap-2", props.className)}>
      <legend className={props.isLegendHidden ? "sr-only" : "mb-2 font-strong"}>{props.legend}</legend>
      {props.choices.map((choice) => {
        const input = radio(choice);
        return (
          <div key={choice.value} className="flex min-w-0 items-start gap-2.5">
            <input
              {...input}
              aria-describedby={choice.hint ? `${input.id}-hint` : undefined}
              className="mt-[1.5px] size-[18px] shrink-0 accent-ink"
            />
            <div className="min-w-0">
              <label htmlFor={input.id} className="block min-h-6 font-medium">
                {choice.label}
              </label>
              {choice.hint && (
                <p id={`${input.id}-hint`} className="text-small text-ink-3">
                  {choice.hint}
                </p>
              )}
            </div>
          </div>
        );
      })}
    </fieldset>
  );
}
