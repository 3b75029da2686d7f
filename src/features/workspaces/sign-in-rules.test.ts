import { expect, test } from "vitest";
import { DOMAIN_PATTERN, domainsIn, domainWords, isInvitable, onlySignOnBlock } from "./sign-in-rules";

test("domains are read from lines and commas, once each, with or without an @", () => {
  expect(domainsIn(" Example.ORG,\n@mail.example ; example.org\n")).toEqual(["example.org", "mail.example"]);
  for (const good of ["example.org", "a-b.co.uk", "xn--bcher-kva.example"]) expect(good).toMatch(DOMAIN_PATTERN);
  for (const bad of ["example", "-a.example", "a..example", "a@b.example", "a b.example", ".example", "1.2.3.4"]) {
    expect(bad).not.toMatch(DOMAIN_PATTERN);
  }
});

test("an address may be invited at exactly one of the domains, or anywhere where none is named", () => {
  expect(isInvitable("ann@example.org", [])).toBe(true);
  expect(isInvitable("ann@example.org", ["example.org"])).toBe(true);
  for (const stranger of ["ann@evil-example.org", "ann@sub.example.org", "ann@example.org.evil.example"]) {
    expect(isInvitable(stranger, ["example.org"]), stranger).toBe(false);
  }
  expect(domainWords(["a.example", "b.example"])).toBe("an address at a.example or b.example");
});

test("single sign-on is made the only way by who came that way, where there is one", () => {
  expect(onlySignOnBlock("Acme ID", "oidc")).toBeNull();
  expect(onlySignOnBlock("Acme ID", "password")).toContain("Sign in with Acme ID yourself first");
  expect(onlySignOnBlock(null, "oidc")).toContain("no single sign-on");
});
