import { type Ref, useCallback } from "react";

/**
 * A ref that lets a textarea grow with its text where the browser has no `field-sizing: content` (Firefox before 152,
 * Safari before 26). Also hands the element to `ref`.
 */
export function useGrowingHeight(ref: Ref<HTMLTextAreaElement> | undefined) {
  return useCallback(
    (area: HTMLTextAreaElement) => {
      const grow = () => {
        area.style.height = "auto";
        area.style.height = `${area.scrollHeight + 2}px`;
      };
      const isNeeded = !CSS.supports("field-sizing", "content");
      if (isNeeded) {
        grow();
        area.addEventListener("input", grow);
      }
      const cleanUp = typeof ref === "function" ? ref(area) : undefined;
      if (ref && typeof ref === "object") ref.current = area;
      return () => {
        area.removeEventListener("input", grow);
        if (typeof cleanUp === "function") cleanUp();
        else if (typeof ref === "function") ref(null);
        else if (ref) ref.current = null;
      };
    },
    [ref],
  );
}
