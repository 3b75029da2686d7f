import type { ReactNode } from "react";
import { BrandMark } from "./brand-mark";

/** A page that has one thing to say: what happened, what it means and where to go from here. */
export function MessagePage({
  title,
  children,
  actions,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions: ReactNode;
}) {
  return (
    <main className="grid min-h-dvh content-center justify-items-start gap-3 px-6 py-16 sm:mx-auto sm:max-w-[560px]">
      <BrandMark className="mb-3 size-8" />
      <h1 className="font-display text-display-36">{title}</h1>
      <div className="text-section font-normal text-ink-2">{children}</div>
      <div className="mt-3 flex flex-wrap gap-2">{actions}</div>
    </main>
  );
}
