import type { RulePin } from "../../datasets/rules/rule-rules";

/** "3 customers are named by hand: 2 always in, 1 never in". */
export function pinWords(pins: readonly RulePin[]): string {
  const count = (side: RulePin["side"]) => pins.filter((pin) => pin.side === side).length;
  const sides = [
    [count("in"), "always in"],
    [count("out"), "never in"],
  ] as const;
  const parts = sides.filter(([many]) => many > 0).map(([many, words]) => `${many.toLocaleString("en")} ${words}`);
  const who = pins.length === 1 ? "1 customer is" : `${pins.length.toLocaleString("en")} customers are`;
  return `${who} named by hand: ${parts.join(", ")}`;
}
