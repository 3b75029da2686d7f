import fc from "fast-check";
import { chiSquaredDistributionTable } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { chiSquared, driftOf, LEAST_MEMBERS, sizeDrift, stabilityIndex, traitDrift } from "./drift-rules";
import { sumOf, type TraitBins, type TraitPicture } from "./profile-rules";

const CITIES: TraitBins = { kind: "values", values: ["Lyon", "Graz"] };

function picture(members: readonly number[], bins: TraitBins = CITIES, id = "city"): TraitPicture {
  return {
    id,
    label: "City",
    type: "text",
    group: "geographic",
    unit: "plain",
    bins,
    members,
    base: null,
    typical: null,
  };
}

/** Numbers from 0 to 1 that are the same for the same seed. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** So many people drawn from the shares. */
function draw(shares: readonly number[], many: number, random: () => number): readonly number[] {
  const counts = shares.map(() => 0);
  for (let person = 0; person < many; person += 1) {
    let left = random();
    let bin = 0;
    while (bin < shares.length - 1 && left >= (shares[bin] ?? 0)) {
      left -= shares[bin] ?? 0;
      bin += 1;
    }
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

describe("the index", () => {
  it.each([
    { before: [500, 500], now: [500, 500], psi: 0 },
    { before: [100, 100, 100, 100], now: [100, 100, 100, 100], psi: 0 },
    // 0.3 · ln 3.95 and 0.3 · ln 1.74, by hand and without smoothing worth speaking of.
    { before: [310_000, 690_000], now: [440_000, 560_000], psi: 0.0726 },
    { before: [200_000, 800_000], now: [500_000, 500_000], psi: 0.4159 },
  ])("is $psi for $before and $now", ({ before, now, psi }) => {
    expect(stabilityIndex(before, now)).toBeCloseTo(psi, 3);
  });

  it("is never negative, finite, and the same both ways round for as many people", () => {
    const counts = fc.array(fc.tuple(fc.nat(1_000), fc.nat(1_000)), { minLength: 2, maxLength: 22 });
    fc.assert(
      fc.property(counts, (pairs) => {
        const [before, now] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
        const index = stabilityIndex(before, now);
        expect(Number.isFinite(index)).toBe(true);
        expect(index).toBeGreaterThanOrEqual(0);
        expect(stabilityIndex(now, before)).toBeCloseTo(index, 9);
      }),
    );
  });
});

it("χ² lies within two percent of the table", () => {
  for (const degrees of [1, 2, 5, 9, 15, 21, 30] as const) {
    const exact = chiSquaredDistributionTable[degrees][0.01];
    expect(Math.abs(chiSquared(0.99, degrees) / exact - 1)).toBeLessThan(0.02);
  }
});

describe("a trait", () => {
  it.each([
    { why: "few people", before: [40, 150, 0, 9], now: [150, 40, 0, 9], state: "too-small" },
    { why: "the same", before: [310, 600, 80, 10], now: [308, 602, 80, 10], state: "stable" },
    {
      why: "a small change of many",
      before: [31_000, 60_000, 8_000, 1_000],
      now: [36_000, 55_000, 8_000, 1_000],
      state: "stable",
    },
    { why: "a moderate change", before: [300, 600, 80, 20], now: [460, 440, 80, 20], state: "moderate" },
    { why: "a large change", before: [310, 600, 80, 10], now: [600, 310, 80, 10], state: "major" },
    { why: "all unknown now", before: [310, 600, 80, 10], now: [0, 0, 0, 1_000], state: "major" },
  ])("with $why is $state", ({ before, now, state }) => {
    expect(traitDrift(picture(before), picture(now), 1).state).toBe(state);
  });

  it("says what moved, from where to where", () => {
    const { sentence, effect } = traitDrift(picture([310, 600, 80, 10]), picture([600, 310, 80, 10]), 20);
    expect(sentence).toBe("“City: Lyon” went from 31% to 60% (PSI 0.38).");
    expect(effect).toMatchObject({ name: "V" });
    expect(effect?.value).toBeCloseTo(0.305, 2);
  });

  it("that has an order is told by the largest gap", () => {
    const bins: TraitBins = { kind: "numbers", edges: [10, 20] };
    const { effect } = traitDrift(picture([500, 300, 200, 0], bins), picture([300, 300, 400, 0], bins), 1);
    expect(effect).toEqual({ name: "D", value: expect.closeTo(0.2, 9) });
  });

  it("that is gone or has other bins is no alarm", () => {
    expect(traitDrift(picture([300, 300, 0, 0]), undefined, 1).state).toBe("gone");
    expect(traitDrift(picture([300, 300, 0, 0]), picture([1, 2]), 1).state).toBe("gone");
  });
});

describe("unchanged data", () => {
  it("raise an alarm in at most two of a hundred groups, whatever their size and make", () => {
    const random = chance(7);
    for (const many of [LEAST_MEMBERS, 500]) {
      for (const bins of [10, 22]) {
        for (const traits of [1, 20]) {
          const groups = 100;
          let alarms = 0;
          for (let group = 0; group < groups; group += 1) {
            const profiles = Array.from({ length: traits }, (_, place) => {
              // Frozen bins hold at least a few people each; the last may be empty, as the unknown often are.
              const raw = Array.from({ length: bins }, (__, bin) => (bin === bins - 1 ? 0.01 : 0.5 + random()));
              const sum = sumOf(raw);
              const shares = raw.map((share) => share / sum);
              const kind: TraitBins = { kind: "numbers", edges: [] };
              return [draw(shares, many, random), draw(shares, many, random)].map((counts) =>
                picture(counts, kind, `t${place}`),
              );
            });
            const side = (which: 0 | 1) => ({
              count: many,
              base: many * 10,
              profile: { traits: profiles.flatMap((both) => both[which] ?? []) },
            });
            if (driftOf(side(0), side(1)).state === "drifting") alarms += 1;
          }
          expect(alarms / groups, `${many} people, ${bins} bins, ${traits} traits`).toBeLessThanOrEqual(0.02);
        }
      }
    }
  }, 60_000);
});

describe("a group", () => {
  const sized = (count: number, base: number, members: readonly number[]) => ({
    count,
    base,
    profile: { traits: [picture(members)] },
  });

  it("that moved says so, what moved most first", () => {
    const drift = driftOf(sized(1_000, 10_000, [310, 600, 80, 10]), sized(1_500, 10_000, [900, 465, 120, 15]));
    expect(drift.state).toBe("drifting");
    expect(drift.sentence).toBe("“City: Lyon” went from 31% to 60% (PSI 0.38). It went from 10% to 15% of everyone.");
  });

  it("of few people is never called drifting", () => {
    const drift = driftOf(sized(100, 1_000, [50, 50, 0, 0]), sized(199, 1_000, [0, 199, 0, 0]));
    expect(drift).toMatchObject({ state: "too-small", sentence: "" });
  });

  it.each([
    { before: [1_000, 10_000], now: [1_100, 10_000], isChanged: false },
    { before: [1_000, 10_000], now: [1_300, 10_000], isChanged: true },
    { before: [10, 100], now: [14, 100], isChanged: false },
    { before: [0, 100], now: [0, 100], isChanged: false },
    { before: [0, 0], now: [5, 100], isChanged: false },
    { before: [100, 100], now: [100, 100], isChanged: false },
  ] as const)("of $before, then $now, has changed its size: $isChanged", ({ before, now, isChanged }) => {
    const drift = sizeDrift({ count: before[0], base: before[1] }, { count: now[0], base: now[1] });
    expect(drift.isChanged).toBe(isChanged);
    expect(drift.z === null || Number.isFinite(drift.z)).toBe(true);
  });
});
