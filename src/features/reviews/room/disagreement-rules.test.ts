import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byDisagreement, disagreement } from "./disagreement-rules";
import { VERDICTS, type Verdict } from "./room-rules";

const verdicts = fc.array(fc.constantFrom(...VERDICTS), { maxLength: 30 });

describe("how far people are apart", () => {
  it.each<[readonly Verdict[], number]>([
    [[], 0],
    [["keep", "keep", "keep"], 0],
    [["keep", "remove"], 1],
    [["keep", "change", "remove", "unsure"], 2],
  ])("of %j it is %d bits", (said, bits) => {
    expect(disagreement(said)).toBe(bits);
  });

  it("lies between 0 and 2, is 0 only where all agree, and asks neither for order nor for how many there are", () => {
    fc.assert(
      fc.property(verdicts, (said) => {
        const apart = disagreement(said);
        expect(apart).toBeGreaterThanOrEqual(0);
        expect(apart).toBeLessThanOrEqual(2);
        expect(apart === 0).toBe(new Set(said).size <= 1);
        expect(disagreement(said.toReversed())).toBe(apart);
        expect(disagreement([...said, ...said])).toBeCloseTo(apart, 10);
      }),
    );
  });

  it("puts first what people are furthest apart about, then what more of them marked, whatever order they came in", () => {
    const marks = (place: string, ...said: readonly Verdict[]) => said.map((verdict) => ({ place, verdict }));
    const all = [
      ...marks("a", "keep", "keep"),
      ...marks("b", "keep", "remove"),
      ...marks("c", "keep", "change", "remove"),
      ...marks("d", "keep", "keep", "keep"),
    ];
    expect(byDisagreement(all).map(({ place }) => place)).toEqual(["c", "b", "d", "a"]);
    expect(byDisagreement(all.toReversed())).toEqual(byDisagreement(all));
    expect(byDisagreement(all)[1]?.counts).toEqual({ keep: 1, change: 0, remove: 1, unsure: 0 });
  });
});
