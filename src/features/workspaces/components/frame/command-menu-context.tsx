"use client";
import { createContext, type ReactNode, use, useMemo, useState } from "react";

interface CommandMenuState {
  readonly isOpen: boolean;
  setOpen(isOpen: boolean): void;
}

const CommandMenuContext = createContext<CommandMenuState | null>(null);

export function CommandMenuProvider({ children }: { readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const value = useMemo(() => ({ isOpen, setOpen }), [isOpen]);
  return <CommandMenuContext value={value}>{children}</CommandMenuContext>;
}

/** Whether the command menu is open, and the way to open it from a button. */
export function useCommandMenu(): CommandMenuState {
  const state = use(CommandMenuContext);
  if (!state) throw new Error("useCommandMenu needs a WorkspaceFrame above it.");
  return state;
}
