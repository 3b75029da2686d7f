// What people type for an address, made into one that may be linked to.
import { isSafeHref } from "../../body-rules";

export const LINK_REFUSED = "A link can lead to a web page (https://…) or an e-mail address, and to nothing else.";

/** The address, or null for what can't be one. A bare name gets https, an e-mail address mailto. */
export function linkAddress(typed: string): string | null {
  const text = typed.trim();
  if (text === "") return null;
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/:@]+\.[^/:@]+:\d/.test(text);
  const isMail = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text);
  const href = hasScheme ? text : isMail ? `mailto:${text}` : `https://${text.replace(/^\/+/, "")}`;
  if (!isSafeHref(href)) return null;
  // A word alone is no host that anybody else could reach.
  return hasScheme || isMail || /^https:\/\/[^/?#]+\.[^/?#]/.test(href) ? href : null;
}
