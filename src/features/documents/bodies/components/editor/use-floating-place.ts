import { autoUpdate, computePosition, flip, offset, type Placement, shift } from "@floating-ui/dom";
import { type RefObject, useEffect, useEffectEvent } from "react";

/**
 * Keeps a fixed element beside a place in the text, inside the window; without a place it is hidden. It comes with an
 * opacity of nothing, until its place is known: what is invisible in other ways could not take the focus.
 */
export function useFloatingPlace(
  element: RefObject<HTMLElement | null>,
  context: Element,
  place: () => DOMRect | null,
  placement: Placement,
  /** Changes when the place does. */
  sign: unknown,
): void {
  const current = useEffectEvent(place);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sign says when to look anew.
  useEffect(() => {
    const { current: floating } = element;
    if (!floating) return;
    let isHere = true;
    const anchor = { getBoundingClientRect: () => current() ?? new DOMRect(), contextElement: context };
    const update = () => {
      void computePosition(anchor, floating, {
        placement,
        strategy: "fixed",
        middleware: [offset(6), flip({ padding: { top: 110, bottom: 8, left: 8, right: 8 } }), shift({ padding: 8 })],
      }).then(({ x, y }) => {
        if (!isHere) return;
        floating.style.left = `${Math.round(x)}px`;
        floating.style.top = `${Math.round(y)}px`;
        floating.style.opacity = "1";
        floating.style.visibility = current() ? "visible" : "hidden";
      });
    };
    const stop = autoUpdate(anchor, floating, update);
    return () => {
      isHere = false;
      stop();
    };
  }, [element, context, placement, sign]);
}
