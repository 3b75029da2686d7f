import clsx from "clsx";

export type ButtonVariant = "plain" | "primary" | "accent" | "ghost";
export type ButtonSize = "s" | "m" | "l";

const VARIANTS: Record<ButtonVariant | "blocked", string> = {
  plain: "border-line-strong bg-surface text-ink hover:bg-sunk",
  primary: "border-ink bg-ink text-paper hover:border-ink-2 hover:bg-ink-2",
  // For acts that are final or can't be undone; at most one in view.
  accent: "border-accent bg-accent text-accent-ink hover:brightness-108",
  // Not dimmed by opacity, which would dim the focus ring as well.
  blocked: "border-line bg-sunk text-ink-3",
  ghost: "border-transparent text-ink-2 hover:bg-sunk hover:text-ink",
};

const SIZES: Record<ButtonSize, { readonly text: string; readonly square: string }> = {
  s: { text: "min-h-7 px-2.5 py-1 text-small", square: "size-7" },
  m: { text: "min-h-[34px] px-[13px] py-1.5", square: "size-[34px]" },
  l: { text: "min-h-10 px-4 py-2", square: "size-10" },
};

/** Classes of everything that looks like a button; `isSquare` when it holds an icon alone. */
export function buttonLook(
  variant: ButtonVariant | "blocked",
  size: ButtonSize,
  isSquare: boolean,
  className?: string,
): string {
  return clsx(
    "relative inline-flex max-w-full shrink-0 items-center justify-center gap-[7px] rounded-s border text-center font-strong leading-tight select-none transition-[background-color,border-color,filter] disabled:cursor-not-allowed disabled:border-line disabled:bg-sunk disabled:text-ink-3 aria-disabled:cursor-not-allowed",
    VARIANTS[variant],
    isSquare ? SIZES[size].square : SIZES[size].text,
    className,
  );
}
