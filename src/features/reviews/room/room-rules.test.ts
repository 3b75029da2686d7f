import { describe, expect, it } from "vitest";
import { isRevealed, type LeadershipFacts, leadershipNow, sayingBlock } from "./room-rules";

const T0 = Date.UTC(2026, 10, 23, 10);
const at = (seconds: number) => T0 + seconds * 1_000;

function facts(seen: Readonly<Record<string, number | null>>, extra: Partial<LeadershipFacts> = {}): LeadershipFacts {
  return {
    ...{ mode: "live", state: "open", facilitatorId: "ana", presenterId: "ana", openedAt: T0 },
    people: Object.entries(seen).map(([id, seconds], order) => ({
      id,
      joinedAt: seconds === null ? null : at(order),
      seenAt: seconds === null ? null : at(seconds),
      mayLead: id !== "ines",
    })),
    ...extra,
  };
}

describe("who leads and presents", () => {
  it("stays as it is as long as they are there", () => {
    expect(leadershipNow(facts({ ana: 10, ben: 10 }), at(35))).toEqual({ facilitatorId: "ana", presenterId: "ana" });
  });

  it("is the facilitator where nobody presents yet, once they have come", () => {
    expect(leadershipNow(facts({ ana: 3 }, { presenterId: null }), at(5)).presenterId).toBe("ana");
    expect(leadershipNow(facts({ ana: null, ben: 40 }, { presenterId: null }), at(40)).presenterId).toBeNull();
  });

  it("goes back to the facilitator when the presenter was silent for half a minute", () => {
    const lost = facts({ ana: 100, ben: 60 }, { presenterId: "ben" });
    expect(leadershipNow(lost, at(90)).presenterId).toBe("ben");
    expect(leadershipNow(lost, at(91)).presenterId).toBe("ana");
  });

  it("goes to who came first of those who may lead and are there, after a minute of silence", () => {
    const lost = facts({ ana: 10, ines: 70, ben: 70, cleo: 70 });
    expect(leadershipNow(lost, at(70)).facilitatorId).toBe("ana");
    expect(leadershipNow(lost, at(71))).toEqual({ facilitatorId: "ben", presenterId: "ben" });
  });

  it("stays where nobody is there who could take over, and in a review without a meeting", () => {
    expect(leadershipNow(facts({ ana: 0, ines: 300, ben: 200 }), at(300)).facilitatorId).toBe("ana");
    expect(leadershipNow(facts({ ana: 0, ben: 300 }, { mode: "window" }), at(300)).facilitatorId).toBe("ana");
  });
});

describe("when something may be said", () => {
  it("is while the session is open and nothing is decided", () => {
    expect(sayingBlock("open", false)).toBeNull();
    expect(sayingBlock("open", true)).toMatch(/voting is over/);
    for (const state of ["planned", "closed", "cancelled"] as const) expect(sayingBlock(state, false)).not.toBeNull();
  });

  it("and what was said is open to all once it is revealed, decided or over", () => {
    const item = { isRevealed: false, decision: null };
    expect(isRevealed(item, "open")).toBe(false);
    expect(isRevealed({ ...item, isRevealed: true }, "open")).toBe(true);
    expect(isRevealed(item, "closed")).toBe(true);
  });
});
