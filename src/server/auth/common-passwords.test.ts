import { describe, expect, test } from "vitest";
import { isCommonPassword } from "./common-passwords";

const ben = ["Ben Ito", "ben.ito@blumenhaus.example", "ben.ito", "blumenhaus.example"];

describe("a password that others would try first is refused", () => {
  test.each([
    ["in the list itself", "1qaz2wsx3edc4rfv"],
    ["in capitals", "QWERTYUIOPASDFGHJKL"],
    ["with digits and signs around it", "!!Sunshine2024"],
    ["repeated", "dragondragondragon"],
    ["two run together", "passwordqwerty"],
    ["one character over and over", "aaaaaaaaaaaaaa"],
    ["two in turn", "abababababababab"],
    ["counting up", "1234567890123"],
    ["backwards through the alphabet", "zyxwvutsrqponm"],
    ["the product's name", "dramatis-2026"],
    ["the product's name twice", "Dramatispersona"],
    ["one's own name", "Ben Ito 1234!!"],
    ["one's own name without the space", "benitobenito"],
    ["one's own address", "ben.ito@blumenhaus.example"],
    ["one's own company", "Blumenhaus2026!"],
  ])("%s", async (_what, password) => {
    expect(await isCommonPassword(password, ben)).toBe(true);
  });

  test.each([
    "correct horse battery staple",
    "Radieschen mögen Regen",
    "xK9#mQ2$vL7p",
    "тихий океан весной",
    "twelve chars",
  ])("while %s is taken", async (password) => {
    expect(await isCommonPassword(password, ben)).toBe(false);
  });
});
