// People who write in live texts: real providers over real sockets, all in the measuring process.
import { setTimeout as sleep } from "node:timers/promises";
import { HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import * as Y from "yjs";
import { BODY_FRAGMENT, BODY_SCHEMA_VERSION } from "@/features/documents/bodies/body-rules";
import { BodyProvider } from "@/features/documents/bodies/components/live/body-provider";
import { LIVE_PATH } from "@/shared/live-convention";

export interface BodyServer {
  readonly port: number;
  readonly pid: number;
  readonly origin: string;
  /** In turn. */
  readonly cookies: readonly string[];
}

interface Person {
  readonly doc: Y.Doc;
  readonly provider: BodyProvider;
  /** Everything written here was acknowledged. */
  isSaved: boolean;
  leave(): void;
}

export class Crowd {
  private readonly rooms = new Map<string, Person[]>();
  /** Milliseconds from a key to each of the other screens. */
  readonly seen: number[] = [];
  /** Milliseconds from a key to its acknowledgement. */
  readonly saved: number[] = [];
  /** Why the server refused or closed. */
  readonly refusals: string[] = [];
  private readonly pressed = new Map<string, number>();

  constructor(private readonly server: BodyServer) {}

  /** So many people in each text; resolves when all have it, in milliseconds. At most `atOnce` come at a time. */
  async join(names: readonly string[], each: number, atOnce: number): Promise<number> {
    const started = performance.now();
    const waiting = Array.from({ length: each }, () => names).flat();
    const come = async () => {
      for (let name = waiting.pop(); name; name = waiting.pop()) await this.open(name);
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, waiting.length) }, come));
    return performance.now() - started;
  }

  /** `writers` people of each text press a key so often for so long, in milliseconds, and then wait for the last answers. */
  async write({ writers, pace, duration }: { writers: number; pace: number; duration: number }): Promise<void> {
    const end = performance.now() + duration;
    const all = [...this.rooms].flatMap(([, people]) => people.slice(0, writers));
    await Promise.all(
      all.map(async (person) => {
        await sleep(Math.random() * pace);
        while (performance.now() < end) {
          const next = performance.now() + pace;
          this.press(person);
          await sleep(Math.max(0, next - performance.now()));
        }
      }),
    );
    const patience = performance.now() + 20_000;
    const isOver = () => all.every(({ isSaved }) => isSaved) && [...this.rooms.values()].every(areEqual);
    while (!isOver()) {
      if (performance.now() > patience) throw new Error("Not everything arrived.");
      await sleep(20);
    }
  }

  /** The state vector of each text, as its people have it. */
  states(): ReadonlyMap<string, Uint8Array> {
    return new Map([...this.rooms].map(([name, [one]]) => [name, Y.encodeStateVector(one?.doc ?? new Y.Doc())]));
  }

  leave(): void {
    for (const people of this.rooms.values()) for (const person of people) person.leave();
    this.rooms.clear();
  }

  private press(person: Person): void {
    const fragment = person.doc.getXmlFragment(BODY_FRAGMENT);
    if (fragment.length === 0) fragment.insert(0, [new Y.XmlElement("paragraph")]);
    const paragraph = fragment.get(0) as Y.XmlElement;
    if (paragraph.length === 0) paragraph.insert(0, [new Y.XmlText()]);
    const text = paragraph.get(0) as Y.XmlText;
    const { clientID, store } = person.doc;
    this.pressed.set(`${clientID}/${Y.getState(store, clientID)}`, performance.now());
    text.insert(text.length, "k");
  }

  private async open(name: string): Promise<void> {
    const { port, origin, cookies } = this.server;
    const people = this.rooms.get(name) ?? [];
    this.rooms.set(name, people);
    const cookie = cookies[[...this.rooms.values()].flat().length % cookies.length] ?? "";
    class CookieSocket extends WebSocket {
      constructor(url: string) {
        super(url, { headers: { cookie, origin } } as unknown as string[]);
      }
    }
    const url = `ws://127.0.0.1:${port}${LIVE_PATH}?schema=${BODY_SCHEMA_VERSION}`;
    const websocketProvider = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: CookieSocket });
    const doc = new Y.Doc();
    const provider = new BodyProvider({
      websocketProvider,
      name,
      document: doc,
      token: "session",
      onAuthenticationFailed: ({ reason }) => this.refusals.push(reason),
      onClose: ({ event }) => this.refusals.push(event.reason),
    });
    const person: Person = {
      doc,
      provider,
      isSaved: true,
      leave: () => {
        provider.destroy();
        websocketProvider.destroy();
      },
    };
    let pressedAt = 0;
    provider.onWrote = () => {
      if (person.isSaved) pressedAt = performance.now();
      person.isSaved = false;
    };
    provider.onAnswered = (isTaken) => {
      if (isTaken && !person.isSaved) this.saved.push(performance.now() - pressedAt);
      person.isSaved = isTaken;
    };
    doc.on("afterTransaction", (transaction: Y.Transaction) => {
      if (transaction.origin !== provider) return;
      for (const [client, after] of transaction.afterState) {
        for (let clock = transaction.beforeState.get(client) ?? 0; clock < after; clock += 1) {
          const at = this.pressed.get(`${client}/${clock}`);
          if (at !== undefined) this.seen.push(performance.now() - at);
        }
      }
    });
    people.push(person);
    const synced = new Promise<void>((resolve) => provider.on("synced", () => resolve()));
    provider.attach();
    await Promise.race([synced, sleep(20_000).then(() => Promise.reject(new Error(`Nobody let us into ${name}.`)))]);
  }
}

function areEqual(people: readonly Person[]): boolean {
  const [first, ...others] = people.map(({ doc }) => stateOf(doc));
  return others.every((one) => one === first);
}

function stateOf(doc: Y.Doc): string {
  return [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b).join(" ");
}
