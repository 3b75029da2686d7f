import clsx from "clsx";

/** How far something has come, from 0 to 1; a moving stripe while nobody knows. */
export function ProgressBar({ label, share }: { readonly label: string; readonly share: number | null }) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(share !== null && { "aria-valuenow": Math.round(share * 100) })}
      className="h-2 overflow-hidden rounded-full bg-sunk"
    >
      <div
        className={clsx(
          "h-full rounded-full bg-ink transition-[width]",
          share === null && "w-1/3 animate-pulse motion-reduce:animate-none",
        )}
        style={share === null ? undefined : { width: `${share * 100}%` }}
      />
    </div>
  );
}
