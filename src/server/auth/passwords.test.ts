import { hash } from "@node-rs/argon2";
import { describe, expect, test } from "vitest";
import { hashPassword, isHashOutdated, isPasswordRight } from "./passwords";

describe("a stored password", () => {
  test("is argon2id with the agreed parameters and a salt of its own", async () => {
    const [one, two] = await Promise.all([hashPassword("four random words"), hashPassword("four random words")]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(isHashOutdated(one)).toBe(false);
  });

  test("is made anew when the parameters change", async () => {
    const weaker = await hash("four random words", { memoryCost: 8192, timeCost: 2, parallelism: 1 });
    expect(isHashOutdated(weaker)).toBe(true);
    const otherKind = await hash("four random words", {
      memoryCost: 19_456,
      timeCost: 2,
      parallelism: 1,
      algorithm: 1,
    });
    expect(isHashOutdated(otherKind)).toBe(true);
  });

  test("takes every character, however long, and cuts nothing", async () => {
    const long = "🦊 ünïcode \u0000 and spaces ".repeat(10).slice(0, 256);
    const stored = await hashPassword(long);
    expect(await isPasswordRight(stored, long)).toBe(true);
    expect(await isPasswordRight(stored, `${long.slice(0, -1)}x`)).toBe(false);
    // bcrypt would stop reading at 72 bytes, and at a null.
    expect(await isPasswordRight(stored, long.slice(0, 72))).toBe(false);
  });

  test("fits however a keyboard composes its letters, but not in another case or with a space more", async () => {
    const stored = await hashPassword("Müsli zum Frühstück");
    expect(await isPasswordRight(stored, "Müsli zum Frühstück".normalize("NFD"))).toBe(true);
    expect(await isPasswordRight(stored, "müsli zum frühstück")).toBe(false);
    expect(await isPasswordRight(stored, "Müsli zum Frühstück ")).toBe(false);
  });

  test("that nobody has fits nothing", async () => {
    expect(await isPasswordRight(null, "x")).toBe(false);
    expect(await isPasswordRight(null, "four random words")).toBe(false);
  });

  test("is hashed in turn when many arrive at once", async () => {
    const stored = await hashPassword("four random words");
    const answers = await Promise.all(Array.from({ length: 20 }, () => isPasswordRight(stored, "four random words")));
    expect(answers.every(Boolean)).toBe(true);
  });
});
