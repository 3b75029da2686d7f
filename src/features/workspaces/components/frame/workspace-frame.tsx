"use client";
import { Menu as MenuIcon } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/ui/button";
import { Toaster } from "@/ui/toaster";
import { CommandMenu } from "./command-menu";
import { CommandMenuProvider } from "./command-menu-context";
import { FrameDrawer } from "./frame-drawer";
import type { WorkspaceFrameProps } from "./frame-props";
import { FrameSidebar } from "./frame-sidebar";

/**
 * What stays around every page of a workspace: the ways in and out at its start, the command menu, news at the edge.
 * Pages bring their own TopBar. On a narrow window the sidebar is a drawer, opened by a button over the TopBar's start.
 */
export function WorkspaceFrame(props: WorkspaceFrameProps) {
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  return (
    <CommandMenuProvider>
      <a
        href="#content"
        className="fixed start-3 top-3 z-50 -translate-y-20 rounded-s bg-ink px-3 py-2 font-strong text-paper focus:translate-y-0"
      >
        Skip to the content
      </a>
      <div className="min-h-dvh md:grid md:grid-cols-[232px_minmax(0,1fr)] print:block">
        <header className="sticky top-0 hidden h-dvh border-e md:block print:hidden">
          <FrameSidebar {...props} />
        </header>
        <div className="fixed start-2.5 top-[11px] z-20 rounded-s bg-paper md:hidden print:hidden">
          <IconButton
            label="Open the menu"
            aria-haspopup="dialog"
            aria-expanded={isDrawerOpen}
            icon={<MenuIcon aria-hidden="true" className="size-5" />}
            onClick={() => setDrawerOpen(true)}
          />
        </div>
        <main id="content" tabIndex={-1} className="min-w-0 outline-none max-md:[--top-bar-inset:2.25rem]">
          {props.children}
        </main>
      </div>
      <FrameDrawer open={isDrawerOpen} onOpenChange={setDrawerOpen}>
        <FrameSidebar {...props} />
      </FrameDrawer>
      <CommandMenu {...props} />
      <Toaster />
    </CommandMenuProvider>
  );
}
