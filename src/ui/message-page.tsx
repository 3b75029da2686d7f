import type { ReactNode } from "react";
import { BrandMark } from "./brand-mark";

interface MessageProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions: ReactNode;
}

/** What happened, what it means and where to go from here, in place of a page's content. */
export function Message({ title, children, actions }: MessageProps) {
  return (
    <div className="grid justify-items-start gap-3 px-6 pt-[calc(2.5rem+var(--top-bar-inset,0px))] pb-10 sm:mx-auto sm:max-w-[560px]">
      <h1 className="font-display text-display-36">{title}</h1>
      <div className="text-section font-normal text-ink-2">{children}</div>
      <div className="mt-3 flex flex-wrap gap-2">{actions}</div>
    </div>
  );
}

/** Around a message that is all there is. */
export function MessagePage({ children }: { readonly children: ReactNode }) {
  return (
    <main className="grid min-h-dvh content-center">
      <div className="w-full px-6 sm:mx-auto sm:max-w-[560px]">
        <BrandMark className="size-8" />
      </div>
      {children}
    </main>
  );
}
