import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_SLUG, SLUG_PATTERN } from "@/shared/workspace-address";
import { slugCandidates, slugFromName } from "./workspace-rules";

describe("slugFromName", () => {
  test.each([
    ["Acme", "acme"],
    ["  Kröger & Søn  ", "kroger-son"],
    ["Straße 7", "strasse-7"],
    ["Ines’ Büro", "ines-buro"],
    ["Łódź Œuvre", "lodz-oeuvre"],
    ["ﬁnance", "finance"],
    ["山田商店", "workspace"],
    ["مكتب", "workspace"],
    ["🙂", "workspace"],
    ["山田 Trading", "trading"],
    ["---", "workspace"],
    ["İstanbul", "istanbul"],
  ])("spells %s as %s", (name, slug) => {
    expect(slugFromName(name)).toBe(slug);
  });

  test("makes a valid address of any name, with room to make it unique", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (name) => {
        for (const slug of slugCandidates(name, () => "0a1b2c")) {
          expect(slug).toMatch(SLUG_PATTERN);
          expect(slug.length).toBeLessThanOrEqual(MAX_SLUG);
        }
      }),
    );
  });
});
