import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { portraitAddress, portraitSeed, portraitSheet, sheetSeeds } from "@/shared/portrait-address";
import { drawFace, drawFaceSheet } from "./draw-face";

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

  it("draws the faces of a list in one picture, each once, whatever their order", () => {
    const sheet = portraitSheet(["ruth", "maya", "dev", "maya"]);
    expect(sheet).toEqual({ address: "/portraits/sheets/dev~maya~ruth.svg", seeds: ["dev", "maya", "ruth"] });
    expect(drawFaceSheet(sheet?.seeds ?? []).match(/<svg /g)).toHaveLength(4);
  });

  it("answers to sheets that a list asks for and to no others", () => {
    expect(sheetSeeds("dev~maya.svg")).toEqual(["dev", "maya"]);
    const tooMany = Array.from({ length: 61 }, (_, place) => `seed-${place}`);
    expect(portraitSheet(tooMany)).toBeUndefined();
    for (const wrong of [
      "maya.svg",
      "maya~dev.svg",
      "dev~dev.svg",
      "dev~../env.svg",
      `${tooMany.sort().join("~")}.svg`,
    ]) {
      expect(sheetSeeds(wrong)).toBeUndefined();
    }
  });
});
