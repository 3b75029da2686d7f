// How members enter a workspace, and who may be invited into it.

export const MAX_DOMAINS = 20;

/** A domain as a mail address ends with it, lower case. */
export const DOMAIN_PATTERN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

export interface SignInPolicy {
  readonly signInBy: "any" | "oidc";
  /** Domains of the addresses that may be invited; none allows all. */
  readonly domains: readonly string[];
}

/** What somebody typed, one domain a line or with commas between; an @ before it is forgiven. */
export function domainsIn(text: string): string[] {
  const words = text.split(/[\s,;]+/).map((word) => word.trim().toLowerCase().replace(/^@/, ""));
  return [...new Set(words.filter(Boolean))];
}

/** Whether an address may be invited. A domain speaks for itself alone, not for what is below it. */
export function isInvitable(email: string, domains: readonly string[]): boolean {
  return domains.length === 0 || domains.includes(email.split("@").at(-1) ?? "");
}

/** "an address at a.example, b.example or c.example" */
export function domainWords(domains: readonly string[]): string {
  return `an address at ${new Intl.ListFormat("en", { type: "disjunction" }).format(domains)}`;
}

/** Why single sign-on can't be made the only way in now; null when it can. */
export function onlySignOnBlock(signOnName: string | null, ownMethod: "password" | "oidc"): string | null {
  if (signOnName === null) return "This installation has no single sign-on. Whoever runs it can connect a provider.";
  if (ownMethod === "oidc") return null;
  return `Sign in with ${signOnName} yourself first: otherwise you would lock yourself out.`;
}
