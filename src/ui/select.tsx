"use client";
import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { controlLook, useFieldControl } from "./field";

interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly isDisabled?: boolean | undefined;
}

export interface SelectProps<Value extends string>
  extends Omit<ComponentProps<"select">, "value" | "defaultValue" | "children" | "multiple"> {
  readonly options: readonly SelectOption<Value>[];
  readonly value?: Value | undefined;
  readonly defaultValue?: Value | undefined;
  readonly onValueChange?: ((value: Value) => void) | undefined;
}

/**
 * The browser's own select: it is a wheel on a phone, speaks every screen reader's language and costs no script.
 * Give choices that need a line of explanation to a RadioGroup.
 */
export function Select<Value extends string>({
  options,
  onValueChange,
  onChange,
  className,
  ...props
}: SelectProps<Value>) {
  const field = useFieldControl(props);
  return (
    <span className={clsx("relative inline-grid min-w-0", className)}>
      <select
        {...props}
        {...field}
        className={controlLook("h-[34px] cursor-pointer appearance-none truncate ps-2.5 pe-8")}
        onChange={(event) => {
          onChange?.(event);
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onValueChange?.(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.isDisabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute end-2.5 top-1/2 size-4 -translate-y-1/2 text-ink-3"
      />
    </span>
  );
}
