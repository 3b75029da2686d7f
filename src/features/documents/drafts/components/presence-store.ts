// Who else has the document open, and in which place each of them is.

export interface PresentPerson {
  readonly id: string;
  readonly name: string;
}

/** One open page of a person, as it was last heard of. */
interface Heard {
  readonly person: PresentPerson;
  readonly place: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Who was silent for so long is gone, in milliseconds. */
const GONE_AFTER = 15_000;

const NOBODY: readonly PresentPerson[] = [];

export class PresenceStore {
  private readonly pages = new Map<string, Heard>();
  private readonly listeners = new Set<() => void>();
  private people: readonly PresentPerson[] = NOBODY;
  private byPlace: ReadonlyMap<string, readonly PresentPerson[]> = new Map();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Everybody else, in the order in which they came. */
  readonly everybody = (): readonly PresentPerson[] => this.people;

  at(place: string): readonly PresentPerson[] {
    return this.byPlace.get(place) ?? NOBODY;
  }

  hear(page: string, person: PresentPerson, place: string | null, now = Date.now()): void {
    this.pages.set(page, { person, place, at: now });
    this.look(now);
  }

  forget(page: string, now = Date.now()): void {
    this.pages.delete(page);
    this.look(now);
  }

  /** Lets go of who was silent too long. Tells listeners only when somebody came, went or moved. */
  look(now = Date.now()): void {
    const people = new Map<string, PresentPerson>();
    const byPlace = new Map<string, PresentPerson[]>();
    for (const [page, { person, place, at }] of this.pages) {
      if (now - at > GONE_AFTER) {
        this.pages.delete(page);
        continue;
      }
      people.set(person.id, person);
      if (place === null) continue;
      const here = byPlace.get(place) ?? [];
      if (!here.some((one) => one.id === person.id)) byPlace.set(place, [...here, person]);
    }
    const everybody = [...people.values()];
    const isSame = samePeople(everybody, this.people) && samePlaces(byPlace, this.byPlace);
    if (isSame) return;
    this.people = samePeople(everybody, this.people) ? this.people : everybody;
    this.byPlace = new Map([...byPlace].map(([place, here]) => [place, kept(this.at(place), here)]));
    for (const listener of this.listeners) listener();
  }
}

type People = readonly PresentPerson[];

function samePeople(one: People, other: People): boolean {
  return (
    one.length === other.length && one.every(({ id, name }, at) => other[at]?.id === id && other[at].name === name)
  );
}

function samePlaces(one: ReadonlyMap<string, People>, other: ReadonlyMap<string, People>): boolean {
  return one.size === other.size && [...one].every(([place, here]) => samePeople(here, other.get(place) ?? NOBODY));
}

/** The list of before when nothing about it changed, so that its readers needn't render. */
function kept(before: People, now: People): People {
  return samePeople(before, now) ? before : now;
}
