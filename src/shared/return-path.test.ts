import { expect, test } from "vitest";
import { returnPath } from "./return-path";

test.each(["/", "/w/acme", "/w/acme?tab=drafts#goals", "/invitations/abc_-9", "/%2F%2Fevil.example"])(
  "%j is a way on",
  (path) => {
    expect(returnPath(path)).toBe(path);
    expect(new URL(returnPath(path), "http://localhost:3000").origin).toBe("http://localhost:3000");
  },
);

test.each([
  undefined,
  null,
  "",
  "w/acme",
  "//evil.example",
  "///evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "\t//evil.example",
  " //evil.example",
  "https://evil.example",
  "https:evil.example",
  "javascript:alert(1)",
  "data:text/html,x",
  "http://localhost:3000@evil.example",
  `/${"x".repeat(3000)}`,
])("%j leads home", (path) => {
  expect(returnPath(path)).toBe("/");
});
