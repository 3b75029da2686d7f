"use client";
import { type ComponentType, useEffect, useState } from "react";
import { listenToToasts, type ToastNews } from "./toast";

type Part = ComponentType<{ readonly first: readonly ToastNews[] }>;

/** Shows toasts. One in each layout; the code that draws them comes with the first. */
export function Toaster() {
  const [Loaded, setLoaded] = useState<Part>();
  const [first, setFirst] = useState<readonly ToastNews[]>([]);
  const [isCutOff, setCutOff] = useState(false);

  useEffect(() => {
    if (Loaded) return;
    return listenToToasts((news) => {
      setFirst((earlier) => [...earlier, news]);
      import("./toaster-part").then(
        (part) => setLoaded(() => part.ToasterPart),
        () => setCutOff(true),
      );
    });
  }, [Loaded]);

  if (Loaded) return <Loaded first={first} />;
  // Offline the code can't come, and that is just when there is something to say.
  return (
    <div role="alert" className="fixed end-4 bottom-4 z-50 w-[min(24rem,calc(100vw-2rem))]">
      {isCutOff && <p className="rounded-m border bg-surface px-4 py-3 shadow-pop">{first.at(-1)?.text}</p>}
    </div>
  );
}
