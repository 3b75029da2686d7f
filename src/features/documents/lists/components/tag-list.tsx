/** Tags as they are read; what doesn't fit is counted. */
export function TagList({ tags, most = tags.length }: { readonly tags: readonly string[]; readonly most?: number }) {
  if (tags.length === 0) return null;
  const rest = tags.slice(most);
  return (
    <ul aria-label="Tags" className="flex min-w-0 flex-wrap gap-1">
      {tags.slice(0, most).map((tag) => (
        <li key={tag} className="max-w-full truncate rounded-full border px-2 text-label leading-5 text-ink-2">
          <bdi>{tag}</bdi>
        </li>
      ))}
      {rest.length > 0 && (
        <li className="px-1 text-label leading-5 text-ink-3" title={rest.join(", ")}>
          {rest.length} more
        </li>
      )}
    </ul>
  );
}
