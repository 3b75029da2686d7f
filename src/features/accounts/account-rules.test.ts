import { expect, test } from "vitest";
import { deviceName, passwordLengthProblem } from "./account-rules";

test("a password has 12 to 256 characters, counted as people see them", () => {
  expect(passwordLengthProblem("x".repeat(11))).toContain("at least 12");
  expect(passwordLengthProblem("x".repeat(12))).toBeNull();
  expect(passwordLengthProblem("🦊".repeat(11))).toContain("at least 12");
  expect(passwordLengthProblem("🦊".repeat(256))).toBeNull();
  expect(passwordLengthProblem("🦊".repeat(257))).toContain("at most 256");
});

test.each([
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Windows"],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
    "Safari on macOS",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0",
    "Edge on Windows",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 CriOS/140.0 Mobile Safari/604.1",
    "Chrome on iPhone",
  ],
  ["curl/8.0", "A browser"],
  ["", "A browser"],
])("%s is called %s", (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});
