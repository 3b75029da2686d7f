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

/** One of a few, side by side: views, filters, states. */
export function SegmentedControl<Value extends string>(props: ChoiceGroupProps<Value>) {
  const radio = useRadios(props);
  return (
    <fieldset className={clsx("min-w-0", props.className)}>
      <legend className={props.isLegendHidden ? "sr-only" : "mb-1.5 font-strong"}>{props.legend}</legend>
      <div className="inline-flex max-w-full flex-wrap gap-0.5 rounded-s border border-line-strong p-0.5">
        {props.choices.map((choice) => {
          const input = radio(choice);
          return (
            <label
              key={choice.value}
              htmlFor={input.id}
              className="relative inline-flex min-h-7 cursor-pointer items-center gap-1.5 rounded-[4px] px-2.5 font-medium text-ink-2 hover:text-ink has-checked:bg-sunk has-checked:text-ink has-checked:inset-ring has-checked:inset-ring-line-strong has-focus-visible:outline-2 has-focus-visible:outline-focus has-disabled:cursor-not-allowed has-disabled:opacity-55"
            >
              <input
                {...input}
                className="absolute inset-0 cursor-pointer appearance-none rounded-[4px] outline-none"
              />
              {choice.icon}
              {choice.label}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
