import type { ComponentProps } from "react";

/**
 * A link among the pages that lead in. Plain, since Next's own would add 3.5 kB of script to the one page that everybody
 * waits for, and each of these pages is seen once.
 */
export function EntranceLink({ className = "", ...props }: ComponentProps<"a"> & { readonly href: string }) {
  return (
    <a
      {...props}
      className={`rounded-[2px] underline decoration-line-strong decoration-1 underline-offset-3 hover:decoration-current ${className}`}
    />
  );
}

/** On a line of its own, below a form. */
export function QuietLink(props: ComponentProps<"a"> & { readonly href: string }) {
  return <EntranceLink {...props} className="inline-block min-h-6 justify-self-start text-ink-2" />;
}
