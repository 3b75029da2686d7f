"use client";
import { Search } from "lucide-react";
import { Kbd } from "@/ui/kbd";
import { useCommandMenu } from "./command-menu-context";

/** The search box of a TopBar; typing happens in the command menu that it opens. */
export function FindButton() {
  const { setOpen } = useCommandMenu();
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={() => setOpen(true)}
      className="flex h-[34px] min-w-0 items-center gap-2 rounded-s border bg-surface px-2.5 text-ink-3 hover:border-line-strong sm:w-[280px]"
    >
      <Search aria-hidden="true" className="size-4 shrink-0 sm:hidden" />
      <span className="truncate">Find anything</span>
      <span className="ms-auto max-sm:hidden">
        <Kbd keys={["mod", "K"]} />
      </span>
    </button>
  );
}
