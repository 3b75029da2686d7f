"use client";
import { type ComponentType, useEffect, useState } from "react";
import { listenToToasts, type ToastNews } from "./toast";

/** Shows toasts. One in each layout; the code that draws them comes with the first. */
export function Toaster() {
  const [Part, setPart] = useState<ComponentType<{ readonly first: readonly ToastNews[] }>>();
  const [first, setFirst] = useState<readonly ToastNews[]>([]);

  useEffect(() => {
    if (Part) return;
    return listenToToasts((news) => {
      setFirst((earlier) => [...earlier, news]);
      import("./toaster-part").then(
        (part) => setPart(() => part.ToasterPart),
        // Nothing is left to show it with; the screen that spoke shows its error in place as well.
        () => undefined,
      );
    });
  }, [Part]);

  return Part ? <Part first={first} /> : null;
}
