"use client";
import clsx from "clsx";
import { CircleAlert } from "lucide-react";
import { type ComponentProps, createContext, type ReactNode, use, useId } from "react";
import { useGrowingHeight } from "./growing-height";

interface FieldParts {
  readonly id: string;
  readonly describedBy: string;
  readonly isInvalid: boolean;
}

const FieldContext = createContext<FieldParts | null>(null);

/** Props that tie a control to the label, hint and error of the `Field` around it. Its own props come first. */
export function useFieldControl(props: { id?: string | undefined; "aria-describedby"?: string | undefined }) {
  const field = use(FieldContext);
  return {
    id: props.id ?? field?.id,
    "aria-describedby": clsx(props["aria-describedby"], field?.describedBy) || undefined,
    ...(field?.isInvalid && { "aria-invalid": true as const }),
  };
}

/** Looks of everything one types into. */
export function controlLook(className?: string): string {
  return clsx(
    "w-full min-w-0 rounded-s border border-line-control bg-surface px-2.5 py-1.5 text-ink transition-colors",
    "hover:border-ink-3 focus-visible:outline-offset-0 aria-invalid:border-stale",
    "[&[readonly]]:bg-sunk disabled:cursor-not-allowed disabled:bg-sunk disabled:text-ink-3",
    className,
  );
}

export interface FieldProps {
  readonly label: ReactNode;
  /** The label is read aloud but not drawn, where the surroundings say it. */
  readonly isLabelHidden?: boolean | undefined;
  readonly hint?: ReactNode;
  /** What is wrong and what to do, in the person's words; read aloud when it appears. */
  readonly error?: ReactNode;
  readonly isOptional?: boolean | undefined;
  readonly className?: string | undefined;
  /** One TextInput, TextArea or Select. */
  readonly children: ReactNode;
}

export function Field({ label, isLabelHidden, hint, error, isOptional, className, children }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const isInvalid = Boolean(error);
  return (
    <div className={clsx("grid min-w-0 gap-1.5", className)}>
      <label htmlFor={id} className={isLabelHidden ? "sr-only" : "font-strong"}>
        {label}
        {isOptional && <span className="font-normal text-ink-3"> (optional)</span>}
      </label>
      <FieldContext value={{ id, isInvalid, describedBy: clsx(hint && hintId, isInvalid && errorId) }}>
        {children}
      </FieldContext>
      {hint && (
        <p id={hintId} className="text-small text-ink-3">
          {hint}
        </p>
      )}
      <p id={errorId} aria-live="polite" className="flex items-start gap-1.5 text-small text-stale empty:hidden">
        {isInvalid && (
          <>
            <CircleAlert aria-hidden="true" className="mt-[2px] size-3.5 shrink-0" />
            <span>{error}</span>
          </>
        )}
      </p>
    </div>
  );
}

export function TextInput({ className, ...props }: ComponentProps<"input">) {
  const field = useFieldControl(props);
  return <input type="text" dir="auto" {...props} {...field} className={controlLook(clsx("h-[34px]", className))} />;
}

/** Grows with its text from `rows` lines up to half a window, then scrolls. */
export function TextArea({ className, rows = 3, ref, ...props }: ComponentProps<"textarea">) {
  const field = useFieldControl(props);
  const growing = useGrowingHeight(ref);
  return (
    <textarea
      dir="auto"
      rows={rows}
      {...props}
      {...field}
      ref={growing}
      className={controlLook(clsx("field-sizing-content max-h-[50vh] resize-none", className))}
      // `field-sizing` ignores `rows`, so the least height is said once more.
      style={{ minHeight: `calc(${rows}lh + 0.875rem)`, ...props.style }}
    />
  );
}
