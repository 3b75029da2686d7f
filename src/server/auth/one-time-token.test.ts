import { expect, test } from "vitest";
import { deriveToken, hashToken, tokenHashFor } from "./one-time-token";

const row = "7f0c6c8e-3a50-4b0e-9a43-2f9f3d1b6a11";

test("a token is 256 bits, the same for its row at every call, and another for every other row and purpose", () => {
  const token = deriveToken("reset-password", row);
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(deriveToken("reset-password", row)).toBe(token);
  expect(deriveToken("verify-email", row)).not.toBe(token);
  expect(deriveToken("reset-password", "7f0c6c8e-3a50-4b0e-9a43-2f9f3d1b6a12")).not.toBe(token);
});

test("what is stored is a hash that the token can't be read from", () => {
  const token = deriveToken("invitation", row);
  expect(tokenHashFor("invitation", row)).toBe(hashToken(token));
  expect(hashToken(token)).not.toContain(token.slice(0, 8));
});
