// A plan while somebody writes it.
import type { Session } from "../../session-contract";
import type { AgendaDocument } from "../plan-contract";
import { localText, type PlanFacts, type PlannedTime } from "../plan-rules";

export interface DraftItem extends AgendaDocument {
  readonly minutes: number | null;
}

export interface PlanDraft {
  readonly title: string;
  readonly purpose: string;
  readonly mode: "live" | "window";
  /** YYYY-MM-DDTHH:MM in `timeZone`, as the browser's own input writes it; "" for none. */
  readonly starts: string;
  /** Of a meeting, as typed. */
  readonly minutes: string;
  /** Of a window. */
  readonly ends: string;
  readonly timeZone: string;
  readonly facilitatorId: string;
  readonly participantIds: readonly string[];
  readonly items: readonly DraftItem[];
}

const DAY = 86_400_000;

/** Tomorrow at ten, for an hour; a window until a week later. */
export function emptyPlan(who: { readonly facilitatorId: string; readonly timeZone: string }): PlanDraft {
  const day = (days: number) => localText(new Date(Date.now() + days * DAY).toISOString(), who.timeZone).slice(0, 10);
  return {
    ...who,
    ...{ title: "", purpose: "", mode: "live", starts: `${day(1)}T10:00`, minutes: "60", ends: `${day(8)}T18:00` },
    ...{ participantIds: [who.facilitatorId], items: [] },
  };
}

/** What a session's plan is, to be changed. */
export function planOf(session: Session): PlanDraft {
  const { title, purpose, mode, timeZone, facilitator, startsAt, endsAt } = session;
  return {
    ...{ title, purpose, mode, timeZone, facilitatorId: facilitator.id },
    starts: localText(startsAt, timeZone),
    minutes: String(Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000)),
    ends: localText(endsAt, timeZone),
    participantIds: session.participants.map(({ id }) => id),
    items: session.items.map(({ documentId, kind, title: name, currentVersion, card, minutesPlanned }) => ({
      ...{ documentId, kind, title: name, currentVersion, card, minutes: minutesPlanned },
    })),
  };
}

/** As it is judged and sent. */
export function planFacts(draft: PlanDraft): PlanFacts & { readonly purpose: string; readonly timeZone: string } {
  const { title, purpose, mode, starts, minutes, ends, timeZone, facilitatorId, participantIds, items } = draft;
  const when: PlannedTime = mode === "live" ? { mode, starts, minutes: Number(minutes) || 0 } : { mode, starts, ends };
  return {
    ...{ title, purpose, when, timeZone, facilitatorId, participantIds },
    items: items.map((item) => ({ documentId: item.documentId, minutes: item.minutes })),
  };
}
