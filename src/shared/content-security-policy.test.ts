import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy";

const production = { nonce: "N0nce", issuer: undefined, isDevelopment: false };

describe("content security policy", () => {
  it("runs only scripts that carry the nonce, and what they load", () => {
    expect(contentSecurityPolicy(production)).toContain("script-src 'self' 'nonce-N0nce' 'strict-dynamic';");
  });

  it("lets nothing of development into production", () => {
    const policy = contentSecurityPolicy(production);
    expect(policy).not.toContain("unsafe-eval");
    expect(policy).not.toContain("ws:");
    expect(policy.replace("style-src-attr 'unsafe-inline'", "")).not.toContain("unsafe-inline");
  });

  it("lets a sign-in form lead to the provider's origin and nowhere else", () => {
    const policy = contentSecurityPolicy({ ...production, issuer: "https://id.example.com/realms/a" });
    expect(policy).toContain("form-action 'self' https://id.example.com;");
    expect(contentSecurityPolicy(production)).toContain("form-action 'self';");
  });

  it("can't be framed, and has no base to bend paths with", () => {
    expect(contentSecurityPolicy(production)).toContain("base-uri 'none'");
    expect(contentSecurityPolicy(production)).toContain("frame-ancestors 'none'");
  });
});
