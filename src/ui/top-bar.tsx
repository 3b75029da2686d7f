import type { ReactNode } from "react";
import { Link } from "./link";

export interface Crumb {
  readonly label: string;
  /** Without one it is where the person is. */
  readonly href?: string | undefined;
}

/**
 * The line on top of a page: where one is, its state, and what can be done. Stays in view where the window has room.
 * `--top-bar-inset` is set by a frame that lays something of its own over the start of the line.
 */
export function TopBar({
  crumbs = [],
  children,
  actions,
}: {
  readonly crumbs?: readonly Crumb[] | undefined;
  /** Beside the crumbs: pills, a saved state, a search box. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <header className="z-10 flex min-h-14 min-w-0 flex-wrap items-center gap-x-3.5 gap-y-2 border-b bg-paper px-4 py-2.5 sm:sticky sm:top-0 sm:px-8">
      {/* A first item and no padding, so that further lines begin at the edge. */}
      <span aria-hidden="true" className="-me-3.5 h-[34px] w-(--top-bar-inset)" />
      {crumbs.length > 0 && (
        <nav aria-label="Breadcrumbs" className="min-w-0">
          <ol className="flex min-w-0 gap-2 text-ink-3">
            {crumbs.map((crumb) => (
              <li key={crumb.label} className="flex min-w-0 gap-2 first:shrink-0">
                {crumb.href ? (
                  <>
                    <Link href={crumb.href} className="inline-block min-h-6 truncate rounded-[2px] hover:text-ink">
                      {crumb.label}
                    </Link>
                    <span aria-hidden="true">/</span>
                  </>
                ) : (
                  <span aria-current="page" className="truncate font-strong text-ink" title={crumb.label}>
                    <bdi>{crumb.label}</bdi>
                  </span>
                )}
              </li>
            ))}
          </ol>
        </nav>
      )}
      {children}
      {actions && (
        <div className="ms-auto flex min-w-0 flex-wrap items-center justify-end gap-x-3.5 gap-y-2">{actions}</div>
      )}
    </header>
  );
}
