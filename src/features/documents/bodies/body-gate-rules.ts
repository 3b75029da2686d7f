// What may enter a live body. Each update is looked through before it is written down: what a forged or broken one says
// would otherwise reach everybody who has the document open, long before anything could be checked at the store.
import * as Y from "yjs";
import { BODY_FRAGMENT, BODY_MARKS, BODY_NODES, isBodyAttribute, MAX_BODY_DEPTH } from "./body-rules";

/** Bytes of one update. */
export const MAX_UPDATE_BYTES = 1_500_000;
/** Authors' ids in one update: one for each visit of each person who wrote offline. */
const MAX_CLIENTS = 200;

/**
 * Why an update is refused: `gap` when it builds on what is not here, so that the writer has to send more; `too-large`;
 * `foreign` when it holds what no editor of ours writes.
 */
export type UpdateProblem = "gap" | "too-large" | "foreign";

/** Null for one that may be applied. Linear in the update; of the document only what it refers to is looked at. */
export function updateProblem(doc: Y.Doc, update: Uint8Array): UpdateProblem | null {
  if (update.byteLength > MAX_UPDATE_BYTES) return "too-large";
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    decoded = Y.decodeUpdate(update);
  } catch {
    return "foreign";
  }
  return new Gate(doc, decoded).problem();
}

type Struct = ReturnType<typeof Y.decodeUpdate>["structs"][number];

class Gate {
  /** The end of what is known of each client, with this update. */
  private readonly ends = new Map<number, number>();
  private readonly items = new Map<number, Y.Item[]>();
  private readonly depths = new Map<Y.Item, number>();

  constructor(
    private readonly doc: Y.Doc,
    private readonly update: ReturnType<typeof Y.decodeUpdate>,
  ) {}

  problem(): UpdateProblem | null {
    for (const struct of this.update.structs) {
      const { client, clock } = struct.id;
      const end = this.ends.get(client) ?? Y.getState(this.doc.store, client);
      if (struct instanceof Y.Item) this.items.set(client, [...(this.items.get(client) ?? []), struct]);
      else if (!(struct instanceof Y.GC)) return "gap";
      if (clock > end) return "gap";
      this.ends.set(client, Math.max(end, clock + struct.length));
    }
    if (this.ends.size > MAX_CLIENTS) return "foreign";
    for (const struct of this.update.structs) {
      const problem = struct instanceof Y.Item ? this.itemProblem(struct) : null;
      if (problem) return problem;
    }
    for (const [client, ranges] of this.update.ds.clients) {
      if (ranges.some(({ clock, len }) => !this.isKnown({ client, clock: clock + len - 1 }))) return "gap";
    }
    return null;
  }

  private isKnown({ client, clock }: { readonly client: number; readonly clock: number }): boolean {
    return clock < (this.ends.get(client) ?? Y.getState(this.doc.store, client));
  }

  private itemProblem(item: Y.Item): UpdateProblem | null {
    const parent = item.parent as unknown;
    for (const id of [item.origin, item.rightOrigin, parent instanceof Y.ID ? parent : null]) {
      if (id && !this.isKnown(id)) return "gap";
    }
    if (typeof parent === "string" && parent !== BODY_FRAGMENT) return "foreign";
    return this.isOurs(item) && this.depthOf(item) <= MAX_BODY_DEPTH * 2 ? null : "foreign";
  }

  private isOurs({ content, parentSub }: Y.Item): boolean {
    if (content instanceof Y.ContentDeleted) return true;
    if (parentSub !== null)
      return content instanceof Y.ContentAny && content.arr.every((value) => isAttribute(parentSub, value));
    if (content instanceof Y.ContentString) return true;
    if (content instanceof Y.ContentFormat) return isMark(content.key, content.value);
    if (!(content instanceof Y.ContentType)) return false;
    const { type } = content;
    if (type instanceof Y.XmlText) return true;
    return type instanceof Y.XmlElement && type.nodeName !== "text" && Object.hasOwn(BODY_NODES, type.nodeName);
  }

  /** How many types it stands in. What has no parent of its own stands where its neighbour stands. */
  private depthOf(item: Y.Item): number {
    const chain: Y.Item[] = [];
    let next: Y.Item | null = item;
    let depth = 0;
    while (next) {
      const known = this.depths.get(next);
      if (known !== undefined) {
        depth = known;
        break;
      }
      chain.push(next);
      next = this.before(next);
    }
    for (const one of chain.reverse()) {
      depth += this.isDeeper(one) ? 1 : 0;
      this.depths.set(one, depth);
    }
    return depth;
  }

  private isDeeper(item: Y.Item): boolean {
    return !(typeof (item.parent as unknown) === "string") && this.parentIn(item) !== null;
  }

  /** The item whose depth decides: that of the parent, or of a neighbour. */
  private before(item: Y.Item): Y.Item | null {
    const parent = this.parentIn(item);
    if (parent) return parent;
    const neighbour = item.parent === null ? (item.origin ?? item.rightOrigin) : null;
    return neighbour ? this.find(neighbour) : null;
  }

  private parentIn(item: Y.Item): Y.Item | null {
    const parent = item.parent as unknown;
    if (parent instanceof Y.ID) return this.find(parent);
    return parent instanceof Y.AbstractType ? parent._item : null;
  }

  private find(id: Y.ID): Y.Item | null {
    const own = this.items
      .get(id.client)
      ?.find(({ id: { clock }, length }) => clock <= id.clock && id.clock < clock + length);
    if (own) return own;
    const struct: Struct | undefined =
      id.clock < Y.getState(this.doc.store, id.client) ? Y.getItem(this.doc.store, id) : undefined;
    return struct instanceof Y.Item ? struct : null;
  }
}

/** Whether any node has such an attribute: which one it belongs to only the document knows, and the store looks again. */
function isAttribute(name: string, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return Object.keys(BODY_NODES).some((type) => isBodyAttribute(BODY_NODES, type, name, value));
}

/** Marks that may lie over each other are told apart by a hash behind their name. */
function isMark(key: string, value: unknown): boolean {
  const name = /^(.+)--[\w+/=-]{8}$/.exec(key)?.[1] ?? key;
  if (!Object.hasOwn(BODY_MARKS, name)) return false;
  if (value === null) return true;
  if (typeof value !== "object" || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([attribute, said]) => said === null || isBodyAttribute(BODY_MARKS, name, attribute, said),
  );
}
