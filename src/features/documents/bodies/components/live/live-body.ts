// One document's prose as this tab writes it: the shared document, its connection and its copy on the device. Outlives
// the page's component until everything is acknowledged.
import * as Y from "yjs";
import { toast } from "@/ui/toast";
import { BodyConnection } from "./body-connection";
import { copyWords } from "./copy-words";
import type { KeptBody } from "./kept-bodies";
import { FIRST_LIVE_STATE, type LiveEvent, type LiveState, nextLiveState } from "./live-state-rules";
import { wordsIn } from "./unsaved-words";

interface LiveBodyTarget {
  readonly workspaceId: string;
  readonly documentId: string;
  readonly personId: string;
}

/** What belongs together and is replaced together when somebody goes back to what is saved. */
export interface LiveTurn {
  readonly doc: Y.Doc;
  readonly connection: BodyConnection;
}

export class LiveBody {
  private state: LiveState = FIRST_LIVE_STATE;
  private current: LiveTurn;
  private kept: KeptBody | null = null;
  private keeping: Promise<KeptBody | null> = Promise.resolve(null);
  /** A copy that is being removed: no other is begun before. */
  private forgetting: Promise<void> = Promise.resolve();
  private mayKeep = false;
  private wantsKeeping = false;
  /** What the server is known to have. */
  private acknowledged: Uint8Array = new Uint8Array([0]);
  /** Clients whose writing is this person's: this tab, and what a copy on the device held. */
  private mine = new Set<number>();
  private readonly listeners = new Set<() => void>();
  private holders = 0;
  private ending: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly target: LiveBodyTarget,
    private readonly onEnd: () => void,
  ) {
    this.current = this.begin();
    window.addEventListener("beforeunload", this.guard);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): LiveState => this.state;
  readonly turn = (): LiveTurn => this.current;
  readonly tryNow = (): void => this.current.connection.open();

  readonly unsavedText = (): string => {
    const { doc } = this.current;
    return wordsIn(
      Y.encodeStateAsUpdate(doc, this.acknowledged),
      (client) => client === doc.clientID || this.mine.has(client),
    );
  };

  /** Shows again what is saved: everything that is only here goes. */
  readonly discard = (): void => {
    const { current } = this;
    current.connection.end();
    this.forget();
    this.mayKeep = this.wantsKeeping;
    this.state = { ...FIRST_LIVE_STATE, isOnline: this.state.isOnline };
    this.current = this.begin();
    current.doc.destroy();
    this.tellEverybody();
  };

  /** Returns the way to let go; the last who does ends it, once everything is acknowledged. */
  hold(): () => void {
    this.holders += 1;
    clearTimeout(this.ending);
    return () => {
      this.holders -= 1;
      // A moment later, since a component that is only mounted anew comes back at once.
      if (this.holders === 0) this.ending = setTimeout(this.endWhenSaved, 200);
    };
  }

  private begin(): LiveTurn {
    const doc = new Y.Doc();
    const { workspaceId, documentId } = this.target;
    this.acknowledged = Y.encodeStateVector(doc);
    this.mine = new Set();
    const connection = new BodyConnection({
      doc,
      workspaceId,
      documentId,
      state: this.read,
      tell: this.tell,
      onServerVector: (vector) => {
        this.acknowledged = vector;
        this.claimUnknown(doc);
      },
    });
    this.current = { doc, connection };
    if (this.mayKeep) this.keep();
    return this.current;
  }

  /** What the server lacks was written here, in this tab or in one of before. */
  private claimUnknown(doc: Y.Doc): void {
    for (const client of unknownClients(doc, this.acknowledged)) this.mine.add(client);
  }

  /** Who may write keeps a copy on the device; who may no longer loses it, once nothing in it is theirs alone. */
  setKeeping(wants: boolean): void {
    this.wantsKeeping = wants;
    if (wants && !this.mayKeep) {
      this.mayKeep = true;
      this.keep();
    } else if (!wants && this.state.unsavedSince === null) {
      this.mayKeep = false;
      this.forget();
      this.tell({ type: "kept", kept: "none", hasCopy: false });
    }
  }

  private keep(): void {
    const { doc } = this.current;
    const isOurs = () => this.mayKeep && this.current.doc === doc;
    const onFull = () => isOurs() && this.tell({ type: "kept", kept: "failed", hasCopy: false });
    this.tell({ type: "kept", kept: "opening", hasCopy: false });
    // Readers keep no copy, and don't load what does.
    const loading = import("./kept-bodies").catch(() => null);
    this.keeping = this.forgetting.then(
      async () => (await loading)?.keepBody(this.target.personId, this.target.documentId, doc, onFull) ?? null,
    );
    void this.keeping.then((kept) => {
      if (!isOurs()) return;
      this.kept = kept;
      if (this.state.link === "synced") this.claimUnknown(doc);
      this.tell({ type: "kept", kept: kept ? "kept" : "failed", hasCopy: kept?.hadText ?? false });
      if (this.state.link === "synced") kept?.fold();
    });
  }

  private forget(): void {
    const { keeping } = this;
    this.kept = null;
    this.keeping = Promise.resolve(null);
    this.forgetting = this.forgetting.then(async () => (await keeping)?.forget());
  }

  private readonly tell = (event: LiveEvent): void => {
    const before = this.state;
    this.state = nextLiveState(before, event);
    if (event.type === "acknowledged") this.acknowledged = Y.encodeStateVector(this.current.doc);
    if (this.state === before) return;
    if (event.type === "synced") this.kept?.fold();
    this.tellEverybody();
    if (this.holders === 0 && event.type === "acknowledged") this.endWhenSaved();
  };

  private tellEverybody(): void {
    for (const listener of this.listeners) listener();
  }

  private readonly endWhenSaved = (): void => {
    if (this.holders > 0 || (this.state.unsavedSince !== null && this.state.link !== "ended")) return;
    window.removeEventListener("beforeunload", this.guard);
    // The page that would offer them is gone, such as for somebody who was removed from the workspace.
    if (this.state.unsavedSince !== null && !(this.kept && mayComeBack(this.state))) offerWords(this.unsavedText());
    this.current.connection.end();
    this.kept?.close();
    this.current.doc.destroy();
    this.onEnd();
  };

  private readonly guard = (event: BeforeUnloadEvent): void => {
    if (this.state.unsavedSince !== null) event.preventDefault();
  };
}

/** Their words are sent from the copy on the device when the person has done what is asked. */
function mayComeBack({ refusal }: LiveState): boolean {
  return refusal === "signed-out" || refusal === "schema";
}

function offerWords(words: string): void {
  if (words === "") return;
  const action = { label: "Copy what I wrote", onClick: () => void copyWords(words) };
  toast("Your last words in the text were not taken.", { tone: "error", action });
}

function unknownClients(doc: Y.Doc, vector: Uint8Array): readonly number[] {
  const known = Y.decodeStateVector(vector);
  return [...Y.decodeStateVector(Y.encodeStateVector(doc))]
    .filter(([client, clock]) => clock > (known.get(client) ?? 0))
    .map(([client]) => client);
}

/** Of this tab, by person and document. */
const bodies = new Map<string, LiveBody>();

/** The tab's live body of a document; hold it before anything else is done. */
export function liveBody(target: LiveBodyTarget): LiveBody {
  const name = `${target.personId}/${target.documentId}`;
  const known = bodies.get(name);
  if (known) return known;
  const made = new LiveBody(target, () => bodies.delete(name));
  bodies.set(name, made);
  return made;
}
