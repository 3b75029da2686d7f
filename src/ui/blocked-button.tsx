"use client";
import { type ComponentProps, useId } from "react";
import { Tooltip } from "./tooltip";

/** A button that can't be used now but can be reached, and then says why. */
export function BlockedButton({
  reason,
  className = "",
  children,
  ...props
}: ComponentProps<"button"> & { readonly reason: string }) {
  const id = useId();
  return (
    <>
      <Tooltip text={reason} isInstant>
        <button
          {...props}
          type="button"
          className={`${className} opacity-55`}
          aria-disabled="true"
          aria-describedby={id}
          onClick={(event) => event.preventDefault()}
        >
          {children}
        </button>
      </Tooltip>
      <span id={id} hidden>
        {reason}
      </span>
    </>
  );
}
