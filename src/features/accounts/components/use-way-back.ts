import { useEffect } from "react";

/** Calls `reset` when the browser shows the page again as it was left, such as by the back button. */
export function useWayBack(reset: () => void): void {
  useEffect(() => {
    const onShow = (event: PageTransitionEvent) => event.persisted && reset();
    addEventListener("pageshow", onShow);
    return () => removeEventListener("pageshow", onShow);
  }, [reset]);
}
