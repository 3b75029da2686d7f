import type { ReactNode } from "react";

/** Title of an entrance page; `ref` lets a step that replaces a form be read aloud. */
export function EntranceHeading({
  title,
  children,
  ref,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly ref?: React.Ref<HTMLHeadingElement>;
}) {
  return (
    <div className="pb-6">
      <h1 ref={ref} tabIndex={ref ? -1 : undefined} className="font-display text-display-36 outline-none">
        {title}
      </h1>
      {children && <p className="mt-1.5 text-section font-normal text-ink-2">{children}</p>}
    </div>
  );
}
