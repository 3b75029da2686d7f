/** Between two ways to do the same. */
export function OrDivider() {
  return (
    <div className="my-5 flex items-center gap-3 text-small text-ink-3">
      <span className="h-px flex-1 bg-line" />
      or
      <span className="h-px flex-1 bg-line" />
    </div>
  );
}
