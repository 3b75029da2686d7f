import clsx from "clsx";
import type { ComponentProps } from "react";

/** One sheet on the page; never inside another one. */
export function Card({ className, ...props }: ComponentProps<"section">) {
  return <section {...props} className={clsx("min-w-0 rounded-m border bg-surface shadow-card", className)} />;
}

/** The rows of a card as the list they are. */
export function CardList({ className, ...props }: ComponentProps<"ul">) {
  return <ul {...props} className={clsx("divide-y", className)} />;
}

/** A row of a CardList. Its parts wrap below one another where the window is narrow. */
export function CardRow({ className, ...props }: ComponentProps<"li">) {
  return (
    <li
      {...props}
      className={clsx("flex min-w-0 flex-wrap items-center gap-x-3.5 gap-y-2 px-4 py-[13px]", className)}
    />
  );
}
