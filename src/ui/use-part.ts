"use client";
import { useEffect, useEffectEvent, useState } from "react";
import { toast } from "./toast";

/**
 * Loads a part of the page when it is first needed, so that nobody waits for dialogs and menus to see a list. Undefined
 * until it is there. A load that fails (offline, or a release in between) says so and is tried again at the next need;
 * it doesn't take the page and what was typed there down with it. `load` must be a constant.
 */
export function usePart<Part>(load: () => Promise<Part>, isNeeded: boolean, onFailure: () => void): Part | undefined {
  const [part, setPart] = useState<Part>();
  const isMissing = isNeeded && part === undefined;
  const fail = useEffectEvent(onFailure);

  useEffect(() => {
    if (!isMissing) return;
    let isCurrent = true;
    load().then(
      (loaded) => isCurrent && setPart(() => loaded),
      () => {
        if (!isCurrent) return;
        fail();
        toast("That part of the page couldn't be loaded. Check the connection, then try again.", { tone: "error" });
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [isMissing, load]);

  return part;
}
