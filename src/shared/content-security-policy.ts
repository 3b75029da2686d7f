// What a page may load and where it may send a form.

interface PolicyFacts {
  /** Unguessable and new for each page; only scripts and styles that carry it run. */
  readonly nonce: string;
  /** OpenID provider that sign-in hands over to. */
  readonly issuer: string | undefined;
  /** Lets in what reloading on save needs. */
  readonly isDevelopment: boolean;
}

/** Value of the Content-Security-Policy header. */
export function contentSecurityPolicy({ nonce, issuer, isDevelopment }: PolicyFacts): string {
  const directives: Record<string, readonly string[]> = {
    "default-src": ["'self'"],
    "script-src": ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", ...(isDevelopment ? ["'unsafe-eval'"] : [])],
    // Next's overlay for errors brings styles without a nonce, and a nonce would switch 'unsafe-inline' off.
    "style-src": ["'self'", isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`],
    // Sizes that are computed on the server stand in `style` attributes, which can't carry a nonce.
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": ["'self'", "blob:", "data:"],
    "connect-src": ["'self'", ...(isDevelopment ? ["ws:"] : [])],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    // Browsers check the redirect that answers a form as well, and sign-in's leads to the provider.
    "form-action": ["'self'", ...(issuer ? [new URL(issuer).origin] : [])],
    "frame-ancestors": ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}
