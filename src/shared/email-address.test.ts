import { expect, test } from "vitest";
import { emailAddress } from "./email-address";

test.each([
  [" Ann@Example.ORG ", "ann@example.org"],
  ["ann+persona@sub.example.org", "ann+persona@sub.example.org"],
  ["ａｎｎ＠example.org", "ann@example.org"],
  ["o'neil@example.org", "o'neil@example.org"],
])("%j is stored as %j", (written, stored) => {
  expect(emailAddress.parse(written)).toBe(stored);
});

test.each([
  "",
  "ann",
  "ann@",
  "@example.org",
  "ann@example",
  "ann@example.org\r\nBcc: all@example.org",
  "ann@example.org,eve@example.org",
  '"eve@evil.example"@example.org',
  "ann@evil.example＠example.org",
  "ann@exa mple.org",
  `${"a".repeat(250)}@example.org`,
])("%j is refused", (written) => {
  expect(emailAddress.safeParse(written).success).toBe(false);
});
