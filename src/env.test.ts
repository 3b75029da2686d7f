import { afterEach, expect, test, vi } from "vitest";
import { BadEnvironment, fillEnv, startEnv } from "./env";

const NAMES = ["APP_URL", "AUTH_SECRET", "DATABASE_URL", "DATABASE_APP_URL"];
const SECRET = "q7Gx0d3Vt9LbYw2RkN5sHm8ZcPf4JuEa";

/** What is said about exactly these values. */
function problems(values: Record<string, string>): readonly string[] {
  for (const name of NAMES) vi.stubEnv(name, undefined);
  for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value);
  try {
    startEnv();
    return [];
  } catch (error) {
    if (error instanceof BadEnvironment) return error.problems;
    throw error;
  }
}

afterEach(() => {
  vi.unstubAllEnvs();
  fillEnv({});
});

test("nothing needs to be set on one's own machine, and an empty value is an absent one", () => {
  expect(problems({})).toEqual([]);
  expect(problems({ SMTP_URL: "", PORT: "", OIDC_ISSUER: "" })).toEqual([]);
});

test.each([
  ["PORT", "70000"],
  ["PORT", "http"],
  ["APP_URL", "personas.example.org"],
  ["APP_URL", "https://example.com/dramatis"],
  ["DATABASE_URL", "mysql://a@b/c"],
  ["AUTH_SECRET", "short"],
  ["SMTP_URL", "mail.example.com:587"],
  ["DEMO", "yes"],
  ["TRUSTED_PROXIES", "-1"],
  ["TRUSTED_PROXIES", "many"],
  ["OIDC_NAME", "x".repeat(41)],
])("%s=%s is refused by one sentence that begins with its name and doesn't repeat the value", (name, value) => {
  const said = problems({ [name]: value });
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(new RegExp(`^${name} must .+\\.$`));
  expect(said[0]).not.toContain(value);
});

test("all bad values are listed at once, and contradictions with them", () => {
  const said = problems({ PORT: "x", DEMO: "maybe", OIDC_ISSUER: "https://id.example.com" });
  expect(said.map((text) => text.split(" ")[0])).toEqual(["PORT", "DEMO", "OIDC_CLIENT_ID"]);
});

const PUBLIC = { APP_URL: "https://dramatis.example.com", AUTH_SECRET: SECRET };

test.each([
  ["plain http for others", { ...PUBLIC, APP_URL: "http://dramatis.example.com" }, "APP_URL"],
  ["the demo for others", { ...PUBLIC, DEMO: "true" }, "DEMO"],
  ["no secret at a public address", { APP_URL: PUBLIC.APP_URL }, "AUTH_SECRET"],
  ["no secret on an open port", { HOST: "0.0.0.0" }, "AUTH_SECRET"],
  ["a secret that was typed", { ...PUBLIC, AUTH_SECRET: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" }, "AUTH_SECRET"],
  ["a secret from a manual", { ...PUBLIC, AUTH_SECRET: "please-change-me-0123456789-abcdefgh" }, "AUTH_SECRET"],
  ["half of single sign-on", { OIDC_CLIENT_ID: "x", OIDC_CLIENT_SECRET: "y" }, "OIDC_ISSUER"],
  [
    "an OpenID provider without https",
    { OIDC_ISSUER: "http://id.example.com", OIDC_CLIENT_ID: "x", OIDC_CLIENT_SECRET: "y" },
    "OIDC_ISSUER",
  ],
  ["an application's role without a database", { DATABASE_APP_URL: "postgres://a@h/d" }, "DATABASE_URL"],
  ["one role for both", { DATABASE_URL: "postgres://a@h/d", DATABASE_APP_URL: "postgres://a@h/d" }, "DATABASE_APP_URL"],
])("%s is refused", (_what, values, name) => {
  const said = problems(values);
  expect(said).toHaveLength(1);
  expect(said[0]?.split(" ")[0]).toBe(name);
});

test("what a public installation needs is enough, and a weak secret will do for the demo", () => {
  expect(problems(PUBLIC)).toEqual([]);
  expect(problems({ DEMO: "true", AUTH_SECRET: "dramatis dramatis dramatis dramatis" })).toEqual([]);
});
