import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { portraitAddress, portraitSeed, portraitSheets, sheetSeeds } from "@/shared/portrait-address";
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
    const sheet = portraitSheets(["ruth", "maya", "dev", "maya"])(0);
    expect(sheet).toEqual({ address: "/portraits/sheets/dev~maya~ruth.svg", seeds: ["dev", "maya", "ruth"] });
    expect(drawFaceSheet(sheet?.seeds ?? []).match(/<svg /g)).toHaveLength(4);
  });

  it("keeps a list's sheets when rows are added at its end", () => {
    const seeds = Array.from({ length: 120 }, (_, row) => `seed-${row}`);
    const short = portraitSheets(seeds.slice(0, 60));
    const long = portraitSheets(seeds);
    expect(long(49)).toEqual(short(0));
    expect(long(50)?.seeds).toContain("seed-50");
    expect(portraitSheets(seeds.slice(0, 52))(51)).toBeUndefined();
  });

  it("answers to sheets that a list asks for and to no others", () => {
    expect(sheetSeeds("dev~maya~ruth.svg")).toEqual(["dev", "maya", "ruth"]);
    const tooMany = Array.from({ length: 51 }, (_, place) => `seed-${place}`).sort();
    for (const wrong of [
      "maya.svg",
      "ruth~maya~dev.svg",
      "dev~dev~dev.svg",
      "a~b~../env.svg",
      `${tooMany.join("~")}.svg`,
    ]) {
      expect(sheetSeeds(wrong)).toBeUndefined();
    }
  });
});
