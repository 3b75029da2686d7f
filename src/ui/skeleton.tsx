import clsx from "clsx";

/** A grey place of the shape of what is coming. Give it a size: `<Skeleton className="h-4 w-40" />`. */
function Skeleton({
  className,
  isRound = false,
}: {
  readonly className?: string | undefined;
  readonly isRound?: boolean | undefined;
}) {
  return (
    <span
      aria-hidden="true"
      className={clsx("block animate-pulse bg-line", isRound ? "rounded-full" : "rounded-s", className)}
    />
  );
}

/** Rows of a list that is on its way, announced by `label`. */
export function SkeletonRows({ label = "Loading…", rows = 6 }: { readonly label?: string; readonly rows?: number }) {
  return (
    <div>
      <span role="status" className="sr-only">
        {label}
      </span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move.
        <div key={row} className="flex items-center gap-3.5 border-b px-4 py-[13px] last:border-b-0">
          <Skeleton isRound className="size-10" />
          <div className="grid flex-1 gap-2">
            <Skeleton className="h-3.5 w-2/5" />
            <Skeleton className="h-3 w-3/5" />
          </div>
          <Skeleton isRound className="h-5 w-16" />
        </div>
      ))}
    </div>
  );
}
