// Where a person goes on after signing in. Only ever a path of this product.

const OWN_PATH = /^\/(?![/\\])/;

/** The path if it can't leave this origin, else "/". A browser reads // and /\ as the start of another host. */
export function returnPath(asked: string | null | undefined): string {
  if (!asked || asked.length > 2000 || !OWN_PATH.test(asked)) return "/";
  // Browsers drop tabs and newlines inside a URL, which would turn "/\t/evil" into "//evil".
  return /\p{Cc}/u.test(asked) ? "/" : asked;
}
