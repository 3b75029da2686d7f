// What makes a plan complete, said alike beside the button and by the server.

export const MAX_ITEMS = 50;
export const MAX_PEOPLE = 100;
export const MAX_SESSION_TITLE = 120;
export const MAX_PURPOSE = 2_000;
/** Minutes that a meeting may last, and days that a window may be open. */
export const MAX_MEETING_MINUTES = 8 * 60;
const MAX_WINDOW_DAYS = 90;

/** A meeting that begins at a local moment, or a window between two. Local moments are YYYY-MM-DDTHH:MM. */
export type PlannedTime =
  | { readonly mode: "live"; readonly starts: string; readonly minutes: number }
  | { readonly mode: "window"; readonly starts: string; readonly ends: string };

export interface PlanFacts {
  readonly title: string;
  readonly when: PlannedTime;
  readonly items: readonly { readonly documentId: string; readonly minutes: number | null }[];
  readonly participantIds: readonly string[];
  readonly facilitatorId: string;
}

/** Every reason why a plan can't be saved, in the order of the form; empty when it can. */
export function planBlocks({ title, when, items, participantIds, facilitatorId }: PlanFacts): readonly string[] {
  const others = participantIds.filter((id) => id !== facilitatorId);
  const blocks: (string | false)[] = [
    title.trim() === "" && "Give the session a title.",
    when.starts === "" && "Choose the day and the time at which it starts.",
    ...timeBlocks(when),
    items.length === 0 && "Put at least one document on the agenda.",
    items.length > MAX_ITEMS && `An agenda holds up to ${MAX_ITEMS} documents. Plan a second session for the others.`,
    new Set(items.map(({ documentId }) => documentId)).size < items.length && "A document is on the agenda twice.",
    facilitatorId === "" && "Choose who facilitates.",
    others.length === 0 && "Ask at least one person beside the facilitator to come.",
    participantIds.length > MAX_PEOPLE && `Up to ${MAX_PEOPLE} people may be asked to a session.`,
  ];
  return blocks.filter((block) => block !== false);
}

function timeBlocks(when: PlannedTime): readonly (string | false)[] {
  if (when.mode === "live") {
    const isTooShort = !Number.isInteger(when.minutes) || when.minutes < 5;
    return [
      isTooShort && "A meeting takes at least five minutes.",
      when.minutes > MAX_MEETING_MINUTES && "A meeting takes eight hours at most. Plan a window for more.",
    ];
  }
  if (when.starts === "") return [];
  if (when.ends === "") return ["Choose the day and the time at which the window ends."];
  // Written alike, local moments stand in their order as text.
  if (when.ends <= when.starts) return ["The window ends before it starts. Choose a later end."];
  const days = (Date.parse(`${when.ends}Z`) - Date.parse(`${when.starts}Z`)) / 86_400_000;
  return [days > MAX_WINDOW_DAYS && `A window is open for ${MAX_WINDOW_DAYS} days at most.`];
}

/** Minutes that the agenda asks for, and of how many documents none were said. */
export function agendaTime(items: PlanFacts["items"]): { readonly minutes: number; readonly unsaid: number } {
  return {
    minutes: items.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    unsaid: items.filter(({ minutes }) => minutes === null).length,
  };
}

/** A moment as it reads on a clock of the zone, as an input of the browser takes it: YYYY-MM-DDTHH:MM. */
export function localText(at: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    ...({ timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" } as const),
    ...({ hour: "2-digit", minute: "2-digit" } as const),
  }).formatToParts(new Date(at));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
  return `${of("year")}-${of("month")}-${of("day")}T${of("hour")}:${of("minute")}`;
}
