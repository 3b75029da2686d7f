"use client";
import { useSyncExternalStore } from "react";

const never = () => () => {};
const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** The key that commands go by: ⌘ on Apple's machines, Ctrl elsewhere. */
export function useCommandKey(): "⌘" | "Ctrl" {
  return useSyncExternalStore(never, isApple, () => false) ? "⌘" : "Ctrl";
}

/** Keys to press together; "mod" is the command key: `<Kbd keys={["mod", "K"]} />`. */
export function Kbd({ keys }: { readonly keys: readonly string[] }) {
  const commandKey = useCommandKey();
  const named = keys.map((key) => (key === "mod" ? commandKey : key));
  return (
    <kbd className="inline-block shrink-0 rounded-[4px] border border-line-strong px-[5px] py-[3px] font-ui text-[0.6875rem] leading-none font-medium text-ink-3">
      {named.join(commandKey === "⌘" ? "" : " ")}
    </kbd>
  );
}
