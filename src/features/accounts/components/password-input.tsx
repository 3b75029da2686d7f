"use client";
import clsx from "clsx";
import { type ComponentProps, useState } from "react";
import { TextInput } from "@/ui/field";

/** A password that can be looked at before it is sent. What was typed stays, and password managers find their way. */
export function PasswordInput({ className, ...props }: Omit<ComponentProps<"input">, "type">) {
  const [isShown, setShown] = useState(false);
  return (
    <div className="relative">
      <TextInput
        {...props}
        type={isShown ? "text" : "password"}
        dir="ltr"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        className={clsx("pe-16", className)}
      />
      <button
        type="button"
        aria-label="Show password"
        aria-pressed={isShown}
        onClick={() => setShown(!isShown)}
        className="absolute inset-y-0 end-0 min-w-14 rounded-s px-2.5 text-small text-ink-2 hover:text-ink"
      >
        {isShown ? "Hide" : "Show"}
      </button>
    </div>
  );
}
