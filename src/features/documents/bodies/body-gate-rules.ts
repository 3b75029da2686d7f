// What may enter a live body. Each update is looked through before it is written down: what a forged or broken one says
// would otherwise reach everybody who has the document open, long before anything could be checked at the store.
import * as Y from "yjs";
import { BODY_FRAGMENT, BODY_MARKS, BODY_NODES, isBodyAttribute, MAX_BODY_DEPTH } from "./body-rules";

/** Bytes of one update. */
export const MAX_UPDATE_BYTES = 1_500_000;
/** Authors' ids in one update: one for each visit of each person who wrote offline. */
const MAX_CLIENTS = 200;
/** Of what was written and deleted again only the length is told; nobody deletes more than this. */
const MAX_LENGTH = 100_000_000;

/**
 * Why an update is refused: `gap` when it builds on what is not here, so that the writer has to send more; `too-large`;
 * `foreign` when it holds what no editor of ours writes.
 */
export type UpdateProblem = "gap" | "too-large" | "foreign";

/**
 * Null for one that may be applied. Takes n log n time in the update's parts; of the document only what it refers to is
 * looked at, so that a letter costs the same in a long text as in a short one.
 */
export function updateProblem(doc: Y.Doc, update: Uint8Array): UpdateProblem | null {
  if (update.byteLength > MAX_UPDATE_BYTES) return "too-large";
  const decoded = decodedUpdate(update);
  return decoded ? new Gate(doc, decoded).problem() : "foreign";
}

/** Whether it adds anything; one that doesn't only deletes. Expects an update that has passed. */
export function isAdding(update: Uint8Array): boolean {
  return decodedUpdate(update)?.structs.some((struct) => !struct.deleted) ?? true;
}

type Decoded = ReturnType<typeof Y.decodeUpdate>;

function decodedUpdate(update: Uint8Array): Decoded | null {
  try {
    return Y.decodeUpdate(update);
  } catch {
    return null;
  }
}

/** Where an item stands. `type` is null where that was deleted for good, and the item will be nothing. */
interface Stand {
  readonly type: "root" | Y.AbstractType<unknown> | null;
  /** The attribute that it sets, or null for content. */
  readonly attribute: string | null;
  /** How many types it stands in, the root not counted. */
  readonly depth: number;
}

const NOWHERE: Stand = { type: null, attribute: null, depth: 0 };

class Gate {
  /** What the update brings, by client and in the order of their clocks. */
  private readonly brought = new Map<number, (Y.Item | Y.GC)[]>();
  /** Up to where each client's parts fit in. */
  private readonly ends = new Map<number, number>();
  private readonly stands = new Map<Y.Item, Stand>();

  constructor(
    private readonly doc: Y.Doc,
    private readonly update: Decoded,
  ) {}

  problem(): UpdateProblem | null {
    for (const struct of this.update.structs) {
      if (!(struct instanceof Y.Item || struct instanceof Y.GC)) return "gap";
      if (struct.length > MAX_LENGTH) return "foreign";
      const list = this.brought.get(struct.id.client);
      const last = list?.at(-1);
      // Yjs takes the second list of a client for the whole.
      if (last && last.id.clock + last.length > struct.id.clock) return "foreign";
      if (list) list.push(struct);
      else this.brought.set(struct.id.client, [struct]);
    }
    if (this.brought.size > MAX_CLIENTS) return "foreign";
    if (!this.isWhole()) return "gap";
    for (const struct of this.update.structs) {
      if (struct instanceof Y.Item && !this.isOurs(struct)) return "foreign";
    }
    for (const [client, ranges] of this.update.ds.clients) {
      if (ranges.some(({ clock, len }) => clock + len > this.end(client))) return "gap";
    }
    return null;
  }

  private end(client: number): number {
    return this.ends.get(client) ?? Y.getState(this.doc.store, client);
  }

  /** Whether each part finds what it builds on: what doesn't would wait in the document for ever. */
  private isWhole(): boolean {
    const next = new Map<number, number>();
    const waiting = new Map<number, number[]>();
    const ready = [...this.brought.keys()];
    for (let client = ready.pop(); client !== undefined; client = ready.pop()) {
      const list = this.brought.get(client) ?? [];
      const before = next.get(client) ?? 0;
      let at = before;
      for (let struct = list[at]; struct; struct = list[at]) {
        const end = this.end(client);
        if (struct.id.clock > end) return false;
        const wanted = struct instanceof Y.Item ? this.missing(struct) : null;
        if (wanted !== null) {
          if (wanted === client || !this.brought.has(wanted)) return false;
          waiting.set(wanted, [...(waiting.get(wanted) ?? []), client]);
          break;
        }
        this.ends.set(client, Math.max(end, struct.id.clock + struct.length));
        at += 1;
      }
      next.set(client, at);
      if (at > before) {
        ready.push(...(waiting.get(client) ?? []));
        waiting.delete(client);
      }
    }
    return [...this.brought].every(([client, list]) => next.get(client) === list.length);
  }

  /** The client of what it builds on and isn't here yet. */
  private missing({ origin, rightOrigin, parent }: Y.Item): number | null {
    for (const id of [origin, rightOrigin, parent as unknown]) {
      if (id instanceof Y.ID && id.clock >= this.end(id.client)) return id.client;
    }
    return null;
  }

  private isOurs(item: Y.Item): boolean {
    if (typeof (item.parent as unknown) === "string" && (item.parent as unknown) !== BODY_FRAGMENT) return false;
    return isOurs(item.content, this.standOf(item));
  }

  /** As Yjs finds it when it puts the item in: by its parent or, where it names none, beside its neighbour. */
  private standOf(item: Y.Item): Stand {
    const chain: [Y.Item, "child" | "sibling"][] = [];
    let stand: Stand | undefined;
    for (let next = item; !stand; ) {
      const parent = next.parent as unknown;
      const known = this.stands.get(next);
      const of = parent instanceof Y.ID ? parent : (next.origin ?? next.rightOrigin);
      if (known) stand = known;
      else if (parent instanceof Y.AbstractType) stand = integratedStand(parent, next.parentSub);
      else if (typeof parent === "string") stand = { type: "root", attribute: next.parentSub, depth: 0 };
      else {
        const found = of && this.find(of);
        if (!found) stand = NOWHERE;
        else {
          chain.push([next, parent instanceof Y.ID ? "child" : "sibling"]);
          next = found;
        }
      }
    }
    for (const [one, as] of chain.reverse()) {
      if (as === "child") stand = childStand(this.find(one.parent as unknown as Y.ID), stand, one.parentSub);
      this.stands.set(one, stand);
    }
    return stand;
  }

  /** The item with this id in the update or in the document; null for what was deleted for good. */
  private find(id: Y.ID): Y.Item | null {
    const isHere = id.clock < Y.getState(this.doc.store, id.client);
    const struct: unknown = isHere
      ? Y.getItem(this.doc.store, id)
      : findIn(this.brought.get(id.client) ?? [], id.clock);
    return struct instanceof Y.Item ? struct : null;
  }
}

function findIn<S extends Y.Item | Y.GC>(structs: readonly S[], clock: number): S | null {
  let [from, to] = [0, structs.length - 1];
  while (from <= to) {
    const middle = (from + to) >> 1;
    const struct = structs[middle] as S;
    if (clock < struct.id.clock) to = middle - 1;
    else if (clock >= struct.id.clock + struct.length) from = middle + 1;
    else return struct;
  }
  return null;
}

function childStand(parent: Y.Item | null, stand: Stand, attribute: string | null): Stand {
  const type = parent?.content instanceof Y.ContentType ? parent.content.type : null;
  // What stands in a type that will be nothing will be nothing itself.
  return type && stand.type ? { type, attribute, depth: stand.depth + 1 } : NOWHERE;
}

function integratedStand(type: Y.AbstractType<unknown>, attribute: string | null): Stand {
  let depth = 0;
  for (let item = type._item; item; item = (item.parent as Y.AbstractType<unknown>)._item) depth += 1;
  return { type: depth === 0 ? "root" : type, attribute, depth };
}

function isOurs(content: Y.Item["content"], { type, attribute, depth }: Stand): boolean {
  if (content instanceof Y.ContentDeleted) return true;
  if (type === "root" && attribute !== null) return false;
  if (content instanceof Y.ContentAny) {
    if (type === null) return true;
    return type instanceof Y.XmlElement && attribute !== null && content.arr.every(isAttributeOf(type, attribute));
  }
  if (attribute !== null) return false;
  const isInText = type === null || type instanceof Y.XmlText;
  if (content instanceof Y.ContentString) return isInText;
  if (content instanceof Y.ContentFormat) return isInText && isMark(content.key, content.value);
  if (!(content instanceof Y.ContentType) || depth >= MAX_BODY_DEPTH || type instanceof Y.XmlText) return false;
  const made = content.type;
  if (made instanceof Y.XmlText) return true;
  return (
    made instanceof Y.XmlElement && !["text", "doc"].includes(made.nodeName) && Object.hasOwn(BODY_NODES, made.nodeName)
  );
}

function isAttributeOf({ nodeName }: Y.XmlElement, name: string) {
  return (value: unknown) =>
    value === undefined || value === null || isBodyAttribute(BODY_NODES, nodeName, name, value);
}

/** Marks that may lie over each other are told apart by a hash behind their name: six bytes in base64. */
function isMark(key: string, value: unknown): boolean {
  const name = /^(\w+)--[A-Za-z0-9+/=]{8}$/.exec(key)?.[1] ?? key;
  if (!Object.hasOwn(BODY_MARKS, name)) return false;
  if (value === null) return true;
  if (typeof value !== "object" || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([attribute, said]) => said === null || isBodyAttribute(BODY_MARKS, name, attribute, said),
  );
}
