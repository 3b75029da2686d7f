/** The D in its square; the name stands beside it or is said elsewhere. */
export function BrandMark({ className = "size-[26px]" }: { readonly className?: string | undefined }) {
  return (
    <span
      aria-hidden="true"
      className={`${className} grid shrink-0 place-items-center rounded-[7px] bg-accent font-display text-[15px] leading-none font-semibold text-accent-ink`}
    >
      D
    </span>
  );
}
