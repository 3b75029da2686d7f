import clsx from "clsx";
import { CircleAlert, CircleCheck, Clock, Info } from "lucide-react";
import type { ReactNode } from "react";

const TONES = {
  info: { look: "bg-info-soft", icon: Info, iconLook: "text-info" },
  done: { look: "bg-fresh-soft", icon: CircleCheck, iconLook: "text-fresh" },
  due: { look: "bg-due-soft", icon: Clock, iconLook: "text-due" },
  error: { look: "bg-stale-soft", icon: CircleAlert, iconLook: "text-stale" },
};

/** Something to know in its place on the page. An error says what happened and what to do, and is read aloud at once. */
export function Notice({
  tone = "info",
  title,
  children,
  action,
  className,
}: {
  readonly tone?: keyof typeof TONES | undefined;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** The way out, such as a button that tries again. */
  readonly action?: ReactNode;
  readonly className?: string | undefined;
}) {
  const { look, icon: Icon, iconLook } = TONES[tone];
  return (
    <div
      role={tone === "error" ? "alert" : undefined}
      className={clsx("flex min-w-0 flex-wrap items-start gap-x-3 gap-y-2.5 rounded-m px-4 py-3", look, className)}
    >
      <Icon aria-hidden="true" className={clsx("mt-[2.5px] size-4 shrink-0", iconLook)} />
      <div className="min-w-0 flex-1 basis-52">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className={clsx("text-ink-2", title && "text-small")}>{children}</div>}
      </div>
      {action && <div className="flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}
