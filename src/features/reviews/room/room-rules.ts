// What people may do in the room and when, used by the buttons and the server alike.
import type { Session, SessionItem, SessionMode, SessionState } from "../session-contract";

export const VERDICTS = ["keep", "change", "remove", "unsure"] as const;
export type Verdict = (typeof VERDICTS)[number];
export const VERDICT_WORDS: Record<Verdict, string> = {
  keep: "Keep",
  change: "Change",
  remove: "Remove",
  unsure: "Unsure",
};

export const VOTES = ["approve", "change", "retire"] as const;
export type Vote = (typeof VOTES)[number];
export const VOTE_WORDS: Record<Vote, string> = { approve: "Approve", change: "Change", retire: "Retire" };

/** Notes of one item. */
export const MAX_NOTES = 500;

/** Why nothing may be said of an item any more; null where it may. */
export function sayingBlock(state: SessionState, isDecided: boolean): string | null {
  if (state === "planned") return "The session hasn't begun yet.";
  if (state === "cancelled") return "The session was cancelled.";
  if (state === "closed") return "The session has ended, and voting is over.";
  return isDecided ? "This was decided, and voting is over." : null;
}

/** Why notes can't be written or changed any more; null where they can. */
export function notingBlock(state: SessionState): string | null {
  if (state === "closed") return "The session has ended: its notes stay as they are.";
  return sayingBlock(state, false);
}

type Led = Pick<Session, "mode" | "state"> & {
  readonly facilitator: { readonly id: string };
  readonly presenter: { readonly id: string } | null;
};

function isLeading(session: Led, personId: string): boolean {
  return session.facilitator.id === personId;
}

/** Why a person can't lead everybody to another document; null where they can. */
export function movingBlock(session: Led, personId: string): string | null {
  if (session.state !== "open") return sayingBlock(session.state, false);
  if (session.mode === "window") return "In a review without a meeting everybody goes their own way.";
  if (session.presenter?.id === personId || isLeading(session, personId)) return null;
  return "Only who presents or leads the session goes on to another document.";
}

/** Whether what others said is seen by everybody, whatever they said themselves. */
export function isRevealed(item: Pick<SessionItem, "isRevealed" | "decision">, state: SessionState): boolean {
  return item.isRevealed || item.decision !== null || state === "closed";
}

/** Without a sign of life for so many milliseconds, a person has gone. */
export const PRESENTER_PATIENCE = 30_000;
const LEADER_PATIENCE = 60_000;
/** How often a page says that it is still there, and for how long it is believed, in milliseconds. */
export const STILL_HERE = 8_000;
export const BELIEVED = 20_000;

export interface LeadershipFacts {
  readonly mode: SessionMode;
  readonly state: SessionState;
  readonly facilitatorId: string;
  readonly presenterId: string | null;
  /** When the session was opened: from then on silence counts. Milliseconds since 1970, as all here. */
  readonly openedAt: number;
  /** Since when somebody presents, at the earliest; a presenter just named needn't have been heard yet. */
  readonly people: readonly {
    readonly id: string;
    readonly joinedAt: number | null;
    readonly seenAt: number | null;
    /** Editors and above. */
    readonly mayLead: boolean;
  }[];
}

export interface Leadership {
  readonly facilitatorId: string;
  readonly presenterId: string | null;
}

/**
 * Who leads and who presents, when silence is taken for absence. Leading goes to who came first of those who may lead
 * and are still there, presenting to who leads. As it is where nobody is lost, or nobody is there to take over.
 */
export function leadershipNow(facts: LeadershipFacts, now: number): Leadership {
  const { mode, state, facilitatorId, presenterId, openedAt, people } = facts;
  const asItIs = { facilitatorId, presenterId };
  if (mode !== "live" || state !== "open") return asItIs;
  const silence = (id: string) => {
    const seenAt = people.find((one) => one.id === id)?.seenAt ?? openedAt;
    return now - Math.max(seenAt, openedAt);
  };
  const isLost = silence(facilitatorId) > LEADER_PATIENCE;
  const [heir] = people
    .filter(
      ({ id, mayLead, seenAt }) =>
        mayLead && seenAt !== null && now - seenAt <= PRESENTER_PATIENCE && id !== facilitatorId,
    )
    .sort((one, other) => (one.joinedAt ?? now) - (other.joinedAt ?? now) || (one.id < other.id ? -1 : 1));
  const leader = isLost && heir ? heir.id : facilitatorId;
  const isPresenterLost = presenterId === null || silence(presenterId) > PRESENTER_PATIENCE;
  const isLeaderThere = silence(leader) <= PRESENTER_PATIENCE;
  return { facilitatorId: leader, presenterId: isPresenterLost && isLeaderThere ? leader : presenterId };
}
