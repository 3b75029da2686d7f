import { type KeyboardEvent, type RefObject, useCallback, useEffect } from "react";

const TOOL = "[data-tool]";

function toolsOf(bar: HTMLElement | null): HTMLElement[] {
  return [...(bar?.querySelectorAll<HTMLElement>(TOOL) ?? [])];
}

function makeStop(tools: readonly HTMLElement[], stop: HTMLElement | undefined): void {
  for (const tool of tools) tool.tabIndex = tool === stop ? 0 : -1;
}

/**
 * A toolbar as the ARIA practices have it: one stop for Tab, arrows between its tools, Home and End. Its tools are what
 * has `data-tool`, rendered with a tab index of −1; they come and go with the width of the window. Returns what goes to it and what listens to its keys.
 */
export function useRovingFocus(bar: RefObject<HTMLElement | null>) {
  // After every render: tools may have come, and the one that was the stop may be gone.
  useEffect(() => {
    const tools = toolsOf(bar.current);
    makeStop(tools, tools.find(({ tabIndex }) => tabIndex === 0) ?? tools[0]);
  });

  const focusBar = useCallback(() => {
    const tools = toolsOf(bar.current);
    (tools.find(({ tabIndex }) => tabIndex === 0) ?? tools[0])?.focus();
  }, [bar]);

  const onKeyDown = (event: KeyboardEvent) => {
    const tools = toolsOf(bar.current);
    const at = tools.indexOf(event.target as HTMLElement);
    if (at === -1 || event.ctrlKey || event.metaKey || event.altKey) return;
    const isRightToLeft = bar.current ? getComputedStyle(bar.current).direction === "rtl" : false;
    const by = { ArrowRight: isRightToLeft ? -1 : 1, ArrowLeft: isRightToLeft ? 1 : -1 }[event.key];
    const next = { Home: 0, End: tools.length - 1 }[event.key] ?? (by && (at + by + tools.length) % tools.length);
    const tool = next === undefined ? undefined : tools[next];
    if (!tool) return;
    event.preventDefault();
    makeStop(tools, tool);
    tool.focus();
  };

  const onFocus = (event: { readonly target: EventTarget }) => {
    const tools = toolsOf(bar.current);
    if (event.target instanceof HTMLElement && tools.includes(event.target)) makeStop(tools, event.target);
  };

  return { focusBar, onKeyDown, onFocus };
}
