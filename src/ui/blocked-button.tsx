"use client";
import { type ComponentProps, useId } from "react";
import { Tooltip } from "./tooltip";

/** A button that can't be used now but can be reached, and then says why. */
export function BlockedButton({ reason, children, ...props }: ComponentProps<"button"> & { readonly reason: string }) {
  const id = useId();
  return (
    <>
      <Tooltip text={reason} isInstant>
        <button
          {...props}
          type="button"
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
