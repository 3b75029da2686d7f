import type { BodyProvider } from "./body-provider";

interface Change {
  readonly added: readonly number[];
  readonly updated: readonly number[];
}

/** When each person's caret moved last. What is told again every few seconds without a change is no movement. */
export class CaretMoves {
  private readonly cursors = new Map<number, string>();
  private readonly movedAt = new Map<string, number>();
  private readonly asleep = new Set<string>();

  constructor(private readonly provider: BodyProvider) {}

  /** Begins to watch; returns the way to stop. */
  start(): () => void {
    const { awareness } = this.provider;
    const look = ({ added, updated }: Change) => {
      for (const client of [...added, ...updated]) {
        const state = awareness?.getStates().get(client);
        const cursor = JSON.stringify(state?.cursor ?? null);
        if (this.cursors.get(client) === cursor) continue;
        this.cursors.set(client, cursor);
        this.movedAt.set(String(state?.user?.id ?? ""), Date.now());
      }
    };
    look({ added: [...(awareness?.getStates().keys() ?? [])], updated: [] });
    awareness?.on("change", look);
    return () => awareness?.off("change", look);
  }

  /** Milliseconds since the last movement. */
  rest(personId: string): number {
    return Date.now() - (this.movedAt.get(personId) ?? Date.now());
  }

  /** Whether somebody has rested for so long since this was asked last. */
  hasFallenAsleep(after: number): boolean {
    let isNew = false;
    for (const personId of this.movedAt.keys()) {
      const isAsleep = this.rest(personId) > after;
      if (isAsleep && !this.asleep.has(personId)) isNew = true;
      if (isAsleep) this.asleep.add(personId);
      else this.asleep.delete(personId);
    }
    return isNew;
  }
}
