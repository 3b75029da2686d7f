import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

/** One sheet on the page; never inside another one. */
export function Card({ className, ...props }: ComponentProps<"section">) {
  return <section {...props} className={clsx("min-w-0 rounded-m border bg-surface shadow-card", className)} />;
}

interface CardHeaderProps {
  readonly title: ReactNode;
  /** Rank of the heading on its page. */
  readonly level?: 2 | 3 | undefined;
  /** Id of the heading, for the card's `aria-labelledby`. */
  readonly id?: string | undefined;
  /** What can be done with all of it, at the end of the line. */
  readonly children?: ReactNode;
}

export function CardHeader({ title, level = 2, id, children }: CardHeaderProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b px-4 py-[13px]">
      <Heading id={id} className="min-w-0 font-semibold">
        {title}
      </Heading>
      {children}
    </div>
  );
}

/** The rows of a card as the list they are. */
export function CardList({ className, ...props }: ComponentProps<"ul">) {
  return <ul {...props} className={clsx("divide-y", className)} />;
}

/** The part of a CardRow that takes the room that is left, and a line of its own where little is. */
export function CardRowText({ className, ...props }: ComponentProps<"div">) {
  return <div {...props} className={clsx("min-w-0 grow basis-44", className)} />;
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
