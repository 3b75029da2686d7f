// The workspace that this browser was in last, so that the front page leads back to it. A convenience, no proof.

export const LAST_WORKSPACE_COOKIE = "dramatis-workspace";

const A_YEAR = 365 * 24 * 60 * 60;

export function rememberWorkspace(slug: string): void {
  // The Cookie Store API is missing in browsers that we support. Slugs need no escaping.
  // biome-ignore lint/suspicious/noDocumentCookie: a single value, written in this one place
  document.cookie = `${LAST_WORKSPACE_COOKIE}=${slug}; path=/; max-age=${A_YEAR}; samesite=lax`;
}
