import clsx from "clsx";
import type { ReactNode } from "react";

/** The body of a page, under its TopBar. */
export function Page({
  width = "wide",
  className,
  children,
}: {
  /** "text" holds a column that is comfortable to read or fill in. */
  readonly width?: "wide" | "text" | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div
      className={clsx(
        "min-w-0 px-4 pt-6 pb-12 sm:px-8 sm:pt-7",
        width === "wide" ? "max-w-[1240px]" : "max-w-[760px]",
        className,
      )}
    >
      {children}
    </div>
  );
}

/** A page with a rail at its end, which moves below where the window is narrow. */
export function PageWithRail({
  rail,
  railLabel,
  children,
}: {
  readonly rail: ReactNode;
  /** Names the rail among the landmarks of the page. */
  readonly railLabel: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="grid min-w-0 grid-cols-1 xl:grid-cols-[minmax(0,1fr)_300px]">
      <Page>{children}</Page>
      <aside
        aria-label={railLabel}
        className="flex min-w-0 flex-col gap-7 border-t px-4 py-6 sm:px-8 xl:border-s xl:border-t-0 xl:px-[22px]"
      >
        {rail}
      </aside>
    </div>
  );
}

export function PageTitle({
  title,
  eyebrow,
  description,
  hint,
  size = "36",
  children,
}: {
  readonly title: ReactNode;
  /** What kind of thing it is, above its name. */
  readonly eyebrow?: ReactNode;
  readonly description?: ReactNode;
  /** Beside the title, and no part of it: what explains its word. */
  readonly hint?: ReactNode;
  readonly size?: "44" | "36" | "28" | undefined;
  /** What can be done here, at the end of the line. */
  readonly children?: ReactNode;
}) {
  const sizes = { 44: "text-display-44", 36: "text-display-36", 28: "text-display-28" };
  return (
    <div className="flex min-w-0 flex-wrap items-end justify-between gap-x-6 gap-y-3 pb-6">
      <div className="min-w-0">
        {eyebrow && <div className="text-ink-3">{eyebrow}</div>}
        <div className={hint ? "flex items-center gap-1.5" : undefined}>
          <h1 className={clsx("min-w-0 font-display wrap-anywhere", sizes[size])}>
            <bdi>{title}</bdi>
          </h1>
          {hint}
        </div>
        {description && <p className="mt-2 max-w-[62ch] text-ink-2">{description}</p>}
      </div>
      {children && <div className="flex flex-wrap gap-2">{children}</div>}
    </div>
  );
}
