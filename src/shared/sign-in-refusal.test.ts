import { expect, test } from "vitest";
import { limitCode, signInRefusal } from "./sign-in-refusal";

test("a refusal is told in a sentence of ours, by the code of the form or of the sign-on", () => {
  expect(signInRefusal("CredentialsSignin", "wrong-password").code).toBe("wrong-password");
  expect(signInRefusal("OAuthAccountNotLinked").code).toBe("address-taken");
  expect(signInRefusal("address-unconfirmed").code).toBe("address-unconfirmed");
});

test("too many tries say when to come back", () => {
  expect(signInRefusal("CredentialsSignin", limitCode(840)).text).toBe("Too many tries. Try again in 14 minutes.");
  expect(signInRefusal("CredentialsSignin", limitCode(7200)).text).toContain("in 2 hours");
});

test.each(["", "Configuration", "<b>Call 0900-1234</b>", "constructor", "__proto__", "limit-9999999"])(
  "%j in an address shows no words of its own",
  (error) => {
    expect(signInRefusal(error)).toMatchObject({ code: "failed", text: expect.stringContaining("Try again") });
    expect(signInRefusal("CredentialsSignin", error).text).not.toContain("0900");
  },
);
