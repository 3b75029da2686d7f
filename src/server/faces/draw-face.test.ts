import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { portraitAddress, portraitSeed } from "@/shared/portrait-address";
import { drawFace } from "./draw-face";

describe("generated faces", () => {
  it("draws the same face for the same seed, and another for another", () => {
    expect(drawFace("maya")).toBe(drawFace("maya"));
    expect(drawFace("maya")).not.toBe(drawFace("dev"));
    expect(drawFace("maya")).toMatch(/^<svg.*<\/svg>$/s);
  });

  it("keeps the faces that people know, also after an update of the generator", () => {
    expect(createHash("sha256").update(drawFace("maya")).digest("hex").slice(0, 16)).toBe("0a7c9eb86925ce36");
  });

  it("answers to addresses of seeds and to no others", () => {
    expect(portraitSeed("maya-2.svg")).toBe("maya-2");
    expect(portraitAddress("maya-2")).toBe("/portraits/maya-2.svg");
    for (const wrong of ["maya", "Maya.svg", ".svg", "../env.svg", "a b.svg", `${"a".repeat(41)}.svg`, "a.svg.svg"]) {
      expect(portraitSeed(wrong)).toBeUndefined();
    }
  });
});
