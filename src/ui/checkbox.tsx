import clsx from "clsx";
import { type ComponentProps, type ReactNode, useId } from "react";

export interface CheckboxProps extends Omit<ComponentProps<"input">, "type" | "children"> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}

export function Checkbox({ label, hint, className, ...props }: CheckboxProps) {
  const id = useId();
  return (
    <div className={clsx("flex min-w-0 items-start gap-2.5", className)}>
      <input
        {...props}
        id={props.id ?? id}
        type="checkbox"
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-[1.5px] size-[18px] shrink-0 accent-ink"
      />
      <div className="min-w-0">
        <label htmlFor={props.id ?? id} className="block min-h-6">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-small text-ink-3">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
